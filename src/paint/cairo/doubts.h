// paint/cairo/doubts.h: the texts of a page that may be cut, hidden or crossed, by geometry alone. Private to paint,
// for the audit of every build. Stage: scene::Page -> DOUBTS -> audit, which paints the pages that have any.
#pragma once
#include <set>

#include "scene/scene.h"
#include "text/fonts.h"

namespace precis::paint {

/// The glyph runs in doubt: over the page's edge or a clip's, over each other, painted over, or, in a figure, crossed
/// by a line or by the edge of a shape. Pictures beneath words raise no doubt: nothing is known of their colours. Cost:
/// linear in the items, and in the pairs of a shape and a text whose boxes overlap.
[[nodiscard]] std::set<const scene::GlyphRun*> doubted(const scene::Page& page, const text::Fonts& fonts);

}  // namespace precis::paint
