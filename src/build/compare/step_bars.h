// build/compare/step_bars.h: the drawing of a change: a ring at the old value, a disc at the new one, and a bar on a
// lane of its own for each step. Private to build.
//
// Units: pixels; a drawing is 340 wide, so that it fits a phone without being made smaller.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "build/compare/diff_words.h"

namespace precis::build {

/// Pixels for one unit, and the value at the left end.
struct BarScale {
    double begin = 0, pixels = 1;
    bool zero = true;  // zero is on it
};

/// The scale on which all of these fit with the words beside them. Zero is on it, unless all values are so near each
/// other that their steps would not be seen.
[[nodiscard]] BarScale scale_for(const std::vector<const NumberChange*>& changes);

/// Whether bars on a scale that they share are long enough to be seen.
[[nodiscard]] bool can_share(const std::vector<const NumberChange*>& changes, const BarScale& scale);

/// SVG. The change must have both values.
[[nodiscard]] std::string step_bars(const NumberChange& change, const BarScale& scale);

/// The steps of a change; one step for the whole if it is not divided.
[[nodiscard]] std::vector<CauseStep> steps_or_whole(const NumberChange& change);

}  // namespace precis::build
