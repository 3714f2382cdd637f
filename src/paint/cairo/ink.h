// paint/cairo/ink.h: the ink boxes of glyph runs, as Cairo measures them. Private to paint, for the audit.
#pragma once
#include <cairo.h>

#include <optional>
#include <vector>

#include "base/geometry.h"
#include "scene/items.h"
#include "text/fonts.h"

namespace precis::paint {

constexpr double kAuditPixels = 3;  // pixels a point of the pictures that the audit paints

/// The box of the ink, in the coordinates of the run; nothing for blanks and for faces that are not loaded.
[[nodiscard]] std::optional<base::Rect> ink_of(const scene::GlyphRun& run, const text::Fonts& fonts);

/// The boxes of the ink of each of its glyphs.
[[nodiscard]] std::vector<base::Rect> inks_of(const scene::GlyphRun& run, const text::Fonts& fonts);

/// A box of the context's coordinates in pixels of its surface.
[[nodiscard]] base::Rect in_pixels(cairo_t* context, const base::Rect& at);

}  // namespace precis::paint
