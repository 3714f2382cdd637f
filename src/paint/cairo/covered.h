// paint/cairo/covered.h: how much of each text stays visible once its whole page is painted. Private to paint, for the
// audit.
// Stage: scene::Page -> COVERED -> audit.
#pragma once
#include <vector>

#include "scene/scene.h"
#include "text/fonts.h"

namespace precis::paint {

/// For each glyph run with ink, in order of painting: the share of its pixels that no later item covers, 0 to 1. Text
/// does not cover text here: the audit reports overlapping texts as a fault of their own.
/// Cost: the page is painted once, at 3 pixels a point.
[[nodiscard]] std::vector<double> seen_of_words(const scene::Page& page, const text::Fonts& fonts);

}  // namespace precis::paint
