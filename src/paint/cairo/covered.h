// paint/cairo/covered.h: how much of each text is still seen when all of its page is painted. Private to paint, for the
// audit.
#pragma once
#include <vector>

#include "scene/scene.h"
#include "text/fonts.h"

namespace precis::paint {

/// For each run of words that leaves ink, in order of painting: the share of its ink that nothing is painted over.
/// Words do not cover words here: that they lie on each other is another fault.
[[nodiscard]] std::vector<double> seen_of_words(const scene::Page& page, const text::Fonts& fonts);

}  // namespace precis::paint
