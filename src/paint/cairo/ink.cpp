// Extents are measured by Cairo again, so that the audit does not depend on what layout recorded.
#include "paint/cairo/ink.h"

#include <algorithm>

namespace precis::paint {

std::optional<base::Rect> ink_of(const scene::GlyphRun& run, const text::Fonts& fonts) {
    cairo_scaled_font_t* font = fonts.scaled_font(run.face, run.size, run.stretch);
    if (font == nullptr) return std::nullopt;
    std::vector<cairo_glyph_t> glyphs;
    for (const auto& glyph : run.glyphs) {
        const cairo_glyph_t placed{glyph.id, run.origin.x + glyph.x, run.origin.y + glyph.y};
        cairo_text_extents_t own;
        cairo_scaled_font_glyph_extents(font, &placed, 1, &own);
        if (own.width > 0 && own.height > 0) glyphs.push_back(placed);  // a space has a place, but no ink
    }
    if (glyphs.empty()) return std::nullopt;
    cairo_text_extents_t extents;
    cairo_scaled_font_glyph_extents(font, glyphs.data(), static_cast<int>(glyphs.size()), &extents);
    // Cairo's extents are relative to the first glyph, which is the rightmost one in text from right to left.
    return base::Rect{glyphs.front().x + extents.x_bearing, glyphs.front().y + extents.y_bearing, extents.width,
                      extents.height};
}

std::vector<base::Rect> inks_of(const scene::GlyphRun& run, const text::Fonts& fonts) {
    std::vector<base::Rect> boxes;
    auto one = run;
    for (const auto& glyph : run.glyphs) {
        one.glyphs = {glyph};
        if (const auto box = ink_of(one, fonts)) boxes.push_back(*box);
    }
    return boxes;
}

base::Rect in_pixels(cairo_t* context, const base::Rect& at) {
    double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
    for (const double corner_x : {at.x, at.right()}) {
        for (const double corner_y : {at.y, at.bottom()}) {
            double x = corner_x, y = corner_y;
            cairo_user_to_device(context, &x, &y);
            left = std::min(left, x), right = std::max(right, x);
            top = std::min(top, y), bottom = std::max(bottom, y);
        }
    }
    return {left, top, right - left, bottom - top};
}

}  // namespace precis::paint
