// text/face_data.h: an opened font face with its handles and metrics. Private to text.
// Shaping is done in font units, so that one opened face serves every size.
#pragma once
#include <cairo-ft.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H
#include <hb.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "text/fallback.h"
#include "text/fonts.h"
#include "text/pattern_files.h"

namespace precis::text {

template <auto destroy>
struct Destroy {
    template <class T>
    void operator()(T* handle) const {
        destroy(handle);
    }
};
using HbBlob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_destroy>>;
using CairoFace = std::unique_ptr<cairo_font_face_t, Destroy<cairo_font_face_destroy>>;
using CairoScaled = std::unique_ptr<cairo_scaled_font_t, Destroy<cairo_scaled_font_destroy>>;

struct FaceData {
    FontFile file;
    scene::Face face;
    HbFont font;  // scale: units per em
    double units_per_em = 1000;
    Fonts::Metrics metrics;
    std::uint32_t space = 0;    // 0 if the face has none
    std::uint32_t hyphen = 0;   // glyph shown at a divided word's end; 0 if the face has none
    double hyphen_advance = 0;  // font units
    CairoFace cairo;            // opened when a painter first asks for a size
    std::map<std::pair<double, double>, CairoScaled> sizes;  // by size and stretch
    double letter_width = -1;                                // em, see letter_width(); negative: not measured yet
    bool ascii = true;                                       // it has all of ASCII
    bool colour = false;                                     // its glyphs are pictures
    bool serif = false;
    std::map<std::uint32_t, Fonts::Picture> pictures;  // read so far, by glyph
};

/// The average advance of a letter of running text, spaces included, in em; 0 for a face without Latin letters.
[[nodiscard]] double letter_width(FaceData& face);

/// The box of a run's ink, relative to the run's origin; empty if no glyph has ink.
[[nodiscard]] base::Rect ink_of(const FaceData& face, const scene::GlyphRun& run);

struct FreeType {
    FT_Library handle = nullptr;
    FreeType() { FT_Init_FreeType(&handle); }
    ~FreeType() { FT_Done_FreeType(handle); }
    FreeType(const FreeType&) = delete;
    FreeType& operator=(const FreeType&) = delete;
};

/// FreeType's face, which keeps its library alive.
struct FreeTypeFace {
    std::shared_ptr<FreeType> library;
    FT_Face handle = nullptr;
    explicit FreeTypeFace(std::shared_ptr<FreeType> of) : library(std::move(of)) {}
    ~FreeTypeFace() {
        if (handle) FT_Done_Face(handle);
    }
    FreeTypeFace(const FreeTypeFace&) = delete;
    FreeTypeFace& operator=(const FreeTypeFace&) = delete;
};

struct Fonts::Impl {
    std::shared_ptr<FreeType> freetype;
    std::vector<FontIndex::Family> families;
    std::size_t asked_for = 0;                   // of them, by the layout; the others came for letters that these lack
    std::vector<FontIndex::Family> others;       // of the index, not loaded
    bool shared = false, others_shared = false;  // with fontconfig
    PatternFiles patterns;                       // that divide words
    bool strict = false;                         // only faces that a family has
    Fallback fallback;
    std::map<scene::Face, FaceData*> faces;                   // by what is asked for; nullptr: cannot be opened
    std::map<scene::Face, FaceData*> fallbacks;               // likewise
    std::map<scene::Face, std::unique_ptr<FaceData>> opened;  // by what they are

    /// The face or the nearest one of its family, opened at first use; nullptr if the family was not loaded, has no
    /// such face and faces are strict, or its file is not a font.
    FaceData* face(const scene::Face& wanted);
    /// The same for a family of the index that is loaded now if it is installed.
    FaceData* fallback_face(const scene::Face& wanted);
    const FontFile* file(const scene::Face& wanted) const;
    bool is_serif(const std::string& family) const;
    void share_others();
    CairoFace open_for_cairo(const FontFile& source);
    cairo_scaled_font_t* scaled(FaceData& data, double size, double stretch);
};

}  // namespace precis::text
