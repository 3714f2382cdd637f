// text/fonts.h: the faces a build may use, found by name in fonts.yaml's index, never among the system's.
// Room text is the only one that knows Pango, HarfBuzz and fontconfig; painters get handles here.
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "scene/items.h"

typedef struct _cairo_scaled_font cairo_scaled_font_t;

namespace precis::text {

/// Families wanted, each with the place that names it (a layout's `fonts:` or a style).
struct FamilyRequest {
    std::string family;
    diag::Span wanted_by;
};

/// One face of a family: `700 italic Lato-BoldItalic.ttf` in fonts.yaml, with its place in a collection behind it.
struct FontFile {
    std::string path;  // absolute: the family's folder and the file's name
    int weight = 400;  // 100 … 900
    bool italic = false;
    int index = 0;
    bool operator==(const FontFile&) const = default;
};

/// fonts.yaml, read by the program: family -> Debian package and the file of each face.
struct FontIndex {
    struct Family {
        std::string name, package;
        std::vector<FontFile> files;
        bool operator==(const Family&) const = default;
    };
    std::vector<Family> families;
    bool operator==(const FontIndex&) const = default;
};

class Fonts {
  public:
    /// Looks the families up and makes an empty private configuration fontconfig's current one (a process has one), so
    /// that no library of this process reads the system's fonts. A face's file is opened when first asked for.
    /// Errors: font_missing (not in the index, with the nearest family; or files are absent, naming the package).
    [[nodiscard]] static diag::Result<std::shared_ptr<Fonts>> load(const FontIndex& index,
                                                                   const std::vector<FamilyRequest>& wanted);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// Whether the family was loaded and has that weight and slant in a file of its own (no synthetic bold or italic).
    bool has_face(const scene::Face& face) const;
    /// Faces that the family has, "400, 400 italic, 700"; empty for a family that was not loaded.
    std::string faces_of(const std::string& family) const;
    /// For painters: the face at a size, hinting off; owned by Fonts. nullptr if there is no such face.
    cairo_scaled_font_t* scaled_font(const scene::Face& face, double size) const;
    /// The font file behind a face, and its index in that file; an empty path if there is no such face.
    std::pair<std::string, int> file_of(const scene::Face& face) const;
    /// Ascent, descent (positive), cap height and x-height of a face, in em; zeros if there is no such face.
    struct Metrics {
        double ascent = 0, descent = 0, cap_height = 0, x_height = 0;
        bool operator==(const Metrics&) const = default;
    };
    Metrics metrics(const scene::Face& face) const;
    /// The box of a run's ink, seen from its origin; empty where nothing is inked.
    base::Rect ink(const scene::GlyphRun& run) const;

    /// Adds the loaded families' files to fontconfig's current configuration, for libraries that look fonts up there
    /// (librsvg's text). About 0.2 ms a file, so only when such a picture is at hand.
    void share_with_fontconfig() const;

    struct Impl;
    Impl& impl() const { return *impl_; }

  private:
    explicit Fonts(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace precis::text
