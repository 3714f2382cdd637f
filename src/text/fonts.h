// text/fonts.h: the font faces that a build may use, found by name in an index of files, never among the system's
// fonts.
// Stage: FontIndex (fonts.yaml as a value) and the families that a layout names -> FONTS -> Setter, painters.
//
// In: files of faces with weight and slant. A face that a family lacks is its nearest one, as CSS chooses, unless faces
// are strict; bold and italic are never synthesised. Letters that a family lacks are set in the layout's fallback
// families, then in those of the index for the script (text/fallback.h). Out: metrics and ink boxes for layout, Cairo
// handles for painters. The room text is the only one that knows Pango, HarfBuzz and fontconfig.
// Units: sizes in points, metrics in em (parts of the size), y down.
// Errors: font_missing from load(); a face of a family that was not loaded gives nullptr, zeros or empty values here,
// and face_missing when text is set in it.
// Cost: a file is opened when its face is first used, and kept.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "scene/items.h"

typedef struct _cairo_scaled_font cairo_scaled_font_t;

namespace precis::text {

/// A family, and the place that names it (a layout's `fonts:` or a style), for messages.
struct FamilyRequest {
    std::string family;
    diag::Span wanted_by;
};

/// One face of a family. In fonts.yaml: `700 italic Lato-BoldItalic.ttf`, and its index if the file is a collection.
struct FontFile {
    std::string path;  // absolute
    int weight = 400;  // 100 … 900
    bool italic = false;
    int index = 0;     // of the face in a collection (.ttc)
    int heaviest = 0;  // of a variable font, whose weights run from `weight` on; 0: it has one weight
    bool operator==(const FontFile&) const = default;
};

/// fonts.yaml as a value: each family with its Debian package and the files of its faces.
struct FontIndex {
    struct Family {
        std::string name, package;
        std::vector<FontFile> files;
        bool serif = false;  // beside it, scripts have faces with serifs
        bool operator==(const Family&) const = default;
    };
    std::vector<Family> families;
    /// Where letters of a script are looked for that a text's own family lacks.
    struct Script {
        std::string script;                    // ISO 15924: Arab, Hani …; Zsym: signs of no script, Zsye: emoji
        std::string language;                  // only in text of this language; empty: in any
        std::vector<std::string> sans, serif;  // families, in order; beside a face with serifs `serif` come first
        bool operator==(const Script&) const = default;
    };
    std::vector<Script> scripts = {};
    bool operator==(const FontIndex&) const = default;
};

/// What a layout and its document say about faces that a family lacks.
struct FaceRules {
    std::vector<FamilyRequest> fallback;  // asked before the index's families of scripts
    std::string language;                 // of the document: which family Han characters are set in
    bool strict = false;                  // a face that a family lacks is an error
};

/// The families of one build. A process holds one at a time: fontconfig's configuration is shared.
class Fonts {
  public:
    /// Looks the families up, each once. Makes an empty configuration fontconfig's current one, so that no library of
    /// this process reads the system's fonts.
    /// Errors: font_missing (a family is not in the index, with the nearest name; or a file is absent, with the Debian
    /// package to install).
    [[nodiscard]] static diag::Result<std::shared_ptr<Fonts>> load(const FontIndex& index,
                                                                   const std::vector<FamilyRequest>& wanted,
                                                                   const FaceRules& rules = {});
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// Whether the family was loaded and has a file of that weight and slant.
    bool has_face(const scene::Face& face) const;
    /// The face that is set where `face` is asked for; nothing if the family was not loaded or its file is no font.
    std::optional<scene::Face> given(const scene::Face& face) const;
    /// The families that letters of `text` are set in, other than that of `face`, in the order of the text.
    std::vector<scene::Face> fallbacks(const std::string& text, const scene::Face& face,
                                       const std::string& language) const;
    /// A glyph that is a picture (emoji), and its box in em, relative to the glyph's place; no pixels for any other
    /// glyph. Painters draw it instead of the glyph, which has no outline.
    struct Picture {
        std::shared_ptr<const scene::Pixels> pixels;
        base::Rect at;
    };
    Picture picture(const scene::Face& face, std::uint32_t glyph) const;
    /// Whether the face's glyphs are such pictures.
    bool is_in_colour(const scene::Face& face) const;
    /// A face with a space, in which a painter writes text that is seen elsewhere on the page.
    scene::Face plain_face() const;
    /// The glyph of a face's space and its advance in em; 0 if it has none.
    std::pair<std::uint32_t, double> space_of(const scene::Face& face) const;
    /// The faces of a family, sorted: "400, 400 italic, 700"; empty for a family that was not loaded.
    std::string faces_of(const std::string& family) const;
    /// For painters: the face at a size, without hinting, its glyphs `stretch` times as wide as they are; owned by
    /// Fonts. nullptr if there is no such face.
    cairo_scaled_font_t* scaled_font(const scene::Face& face, double size, double stretch = 1) const;
    /// Whether the face is one of a variable font, so that its file alone does not give its outlines.
    bool is_variable(const scene::Face& face) const;
    /// The file of a face and the face's index in it; an empty path if there is no such face.
    std::pair<std::string, int> file_of(const scene::Face& face) const;
    /// Ascent, descent (positive), cap height and x-height of a face, in em; zeros if there is no such face.
    struct Metrics {
        double ascent = 0, descent = 0, cap_height = 0, x_height = 0;
        bool operator==(const Metrics&) const = default;
    };
    Metrics metrics(const scene::Face& face) const;
    /// The box of a run's ink, relative to the run's origin; empty if no glyph has ink.
    base::Rect ink(const scene::GlyphRun& run) const;

    /// Adds the files of the loaded families to fontconfig's current configuration, for libraries that look fonts up
    /// there (text in an SVG, by librsvg); a family that is not among them becomes `otherwise`. Takes about 0.2 ms a
    /// file, once: call it only if such a picture is shown.
    void share_with_fontconfig(const std::string& otherwise) const;
    /// Whether the family was loaded or is in the index and installed; then all of the index's families are shared.
    bool share_family(const std::string& family) const;
    /// Whether a family has a glyph for the character: one that was loaded, else one of the index, which are then all
    /// shared.
    bool share_letter(char32_t character) const;

    struct Impl;
    Impl& impl() const { return *impl_; }

  private:
    explicit Fonts(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace precis::text
