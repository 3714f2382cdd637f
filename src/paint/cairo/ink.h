// paint/cairo/ink.h: where words leave ink, as Cairo measures it. Private to paint, for the audit.
#pragma once
#include <cairo.h>

#include <optional>

#include "base/geometry.h"
#include "scene/items.h"
#include "text/fonts.h"

namespace precis::paint {

constexpr double kAuditPixels = 3;  // a point

/// The box of the ink, in the run's own coordinates; nothing for blanks and faces that are not loaded.
[[nodiscard]] std::optional<base::Rect> ink_of(const scene::GlyphRun& run, const text::Fonts& fonts);

/// The same box in the pixels of the context's surface.
[[nodiscard]] base::Rect in_pixels(cairo_t* context, const base::Rect& at);

}  // namespace precis::paint
