// text/face_data.h: an opened font face with its handles and metrics. Private to text.
// Shaping is done in font units, so that one opened face serves every size.
#pragma once
#include <cairo-ft.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

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
};

/// The average advance of a letter of running text, spaces included, in em; 0 for a face without Latin letters.
[[nodiscard]] double letter_width(FaceData& face);

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
    std::vector<FontIndex::Family> others;                   // of the index, not loaded and not yet shared
    bool shared = false;                                     // with fontconfig
    PatternFiles patterns;                                   // that divide words
    std::map<scene::Face, std::unique_ptr<FaceData>> faces;  // opened so far; nullptr: cannot be opened

    /// The face, opened at first use; nullptr if the family has no such face or its file is not a font.
    FaceData* face(const scene::Face& wanted);
    const FontFile* file(const scene::Face& wanted) const;
    void share_others();
    CairoFace open_for_cairo(const FontFile& source);
    cairo_scaled_font_t* scaled(FaceData& data, double size, double stretch);
};

}  // namespace precis::text
