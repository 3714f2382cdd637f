// scene/hatch.h: the lines and dots of a hatch, for painters that draw them one by one.
// Stage: a scene::Hatch and the box of its path -> HATCH MARKS -> paint.
//
// In: the hatch and a rectangle in points. Out: line segments and centres of dots that together cover the rectangle;
// the painter clips them to the path and sets colour and width. The pattern is fixed to the origin of the coordinates,
// not to the shape, so that neighbouring shapes continue each other's lines, in every painter alike. No errors.
// Cost: proportional to the number of lines and dots.
#pragma once
#include <utility>
#include <vector>

#include "scene/items.h"

namespace precis::scene {

struct HatchMarks {
    std::vector<std::pair<base::Point, base::Point>> lines;
    std::vector<base::Point> dots;
};
/// The distance between rows of dots, in gaps; every second row is shifted by half a gap.
constexpr double kDotRows = 0.75;

/// The lines and dots that touch `box`. `hatch.gap` must be above 0.
[[nodiscard]] HatchMarks hatch_marks(const Hatch& hatch, const base::Rect& box);

}  // namespace precis::scene
