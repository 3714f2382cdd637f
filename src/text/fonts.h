// text/fonts.h: the faces a build may use, found by name in a private font configuration, never from the system's.
// Room text is the only one that knows Pango, HarfBuzz and fontconfig; painters get handles here.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "scene/items.h"

typedef struct _cairo_scaled_font cairo_scaled_font_t;
typedef struct _PangoFontMap PangoFontMap;

namespace precis::text {

/// Families wanted, each with the place that names it (a layout's `fonts:` or a style).
struct FamilyRequest {
    std::string family;
    diag::Span wanted_by;
};

/// fonts.yaml, read by the program: family -> Debian package, folder and file patterns.
struct FontIndex {
    struct Family {
        std::string name, package;
        std::vector<std::string> files;  // absolute, or relative to the index's folder
        bool operator==(const Family&) const = default;
    };
    std::vector<Family> families;
};

class Fonts {
  public:
    /// Loads the families' files into a private configuration and makes it fontconfig's current one (a process has one).
    /// Errors: font_missing (not in the index, with the nearest family; or its files are absent, naming the package).
    [[nodiscard]] static diag::Result<std::shared_ptr<Fonts>> load(const FontIndex& index,
                                                                   const std::vector<FamilyRequest>& wanted);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// Whether the family has that weight and slant in a file of its own (no synthetic bold or italic).
    bool has_face(const scene::Face& face) const;
    /// Faces that the family has, "400, 400 italic, 700".
    std::string faces_of(const std::string& family) const;
    /// For painters: the face at a size, hinting off; owned by Fonts. nullptr if there is no such face.
    cairo_scaled_font_t* scaled_font(const scene::Face& face, double size) const;
    /// The font file behind a face, and its index in that file.
    std::pair<std::string, int> file_of(const scene::Face& face) const;
    /// Ascent, descent (positive), cap height and x-height of a face, in em.
    struct Metrics {
        double ascent = 0, descent = 0, cap_height = 0, x_height = 0;
    };
    Metrics metrics(const scene::Face& face) const;

    struct Impl;
    Impl& impl() const { return *impl_; }

  private:
    explicit Fonts(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Reads fonts/fonts.yaml's content, already split by the caller: see cli.
}  // namespace precis::text
