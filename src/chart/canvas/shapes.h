// chart/canvas/shapes.h: the shapes that only charts need, and shapes with their paint.
//
// In: points and lengths, a colour or a Look. Out: path steps, or a scene::Path with fill, hatch and stroke.
// Units: points, y down. Errors: none. Rectangles, lines and discs come from scene/shapes.h.
#pragma once
#include <vector>

#include "base/geometry.h"
#include "chart/canvas/tones.h"
#include "scene/items.h"
#include "scene/shapes.h"

namespace precis::chart {

using scene::disc;
using scene::ellipse;
using scene::polygon;
using scene::polyline;
using scene::rectangle;

/// A rectangle with half-round ends.
[[nodiscard]] std::vector<scene::PathStep> pill(const base::Rect& at);
/// A solid triangle with its tip at `tip`, as if coming from `from`.
[[nodiscard]] std::vector<scene::PathStep> arrow_head(base::Point from, base::Point tip, double length, double width);

/// A point of a curve with the curve's slope there (dy/dx).
struct SlopedPoint {
    base::Point at;
    double slope = 0;
};
/// The cubic Hermite piece from `from` to `to`, as a Bézier curve that continues a path at `from`.
[[nodiscard]] scene::CurveTo curve_between(const SlopedPoint& from, const SlopedPoint& to);

[[nodiscard]] scene::Path filled(std::vector<scene::PathStep> steps, const base::Color& fill);
[[nodiscard]] scene::Path stroked(std::vector<scene::PathStep> steps, const base::Color& color, double width,
                                  std::vector<double> dash = {});
/// Width of the outline that a plan's or forecast's mark has: docs/design/looks.md#notation gives 0.8 to 1.
constexpr double kMarkOutline = 0.9;
/// A mark with the fill, hatch and outline of its look.
[[nodiscard]] scene::Path painted(std::vector<scene::PathStep> steps, const Look& look, double outline = kMarkOutline);

}  // namespace precis::chart
