// scene/hatch.h: where the lines and dots of a hatch lie, for painters that draw them one by one.
// Stage: hatch and box -> HATCH MARKS -> painters. Pure; points.
#pragma once
#include <utility>
#include <vector>

#include "scene/items.h"

namespace precis::scene {

struct HatchMarks {
    std::vector<std::pair<base::Point, base::Point>> lines;
    std::vector<base::Point> dots;
};
/// Dots stand in rows this far apart, in gaps, every second row shifted by half a gap.
constexpr double kDotRows = 0.75;

/// All that crosses `box`, counted from the origin, so that neighbouring shapes continue each other's. `hatch.gap` > 0.
[[nodiscard]] HatchMarks hatch_marks(const Hatch& hatch, const base::Rect& box);

}  // namespace precis::scene
