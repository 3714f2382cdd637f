// scene/shapes.h: paths of simple shapes, for every room that draws.
//
// In: points, lengths and rectangles (base/geometry.h). Out: path steps, without fill or stroke: the caller puts them
// into a scene::Path. A closed shape ends in ClosePath.
// Units: points, y down. Nothing is clamped: a negative radius or size gives a mirrored shape.
// Order: rectangles and ellipses run clockwise on the page, from the top left corner or from the right end.
// Errors: none. Cost: linear in the number of points.
// Source: a quarter of a circle as one cubic Bézier curve, its control points at 4/3 · (√2 − 1) of the radius, so that
// the curve meets the circle at its middle; it deviates by at most 0.027 % of the radius.
#pragma once
#include <vector>

#include "base/geometry.h"
#include "scene/items.h"

namespace precis::scene {

/// Distance from a quarter circle's end to its control point, as a share of the radius.
constexpr double kQuarterArc = 0.5522847498;
/// The same, rounded: discs of slides, table cells and ridges are drawn with it, and their bytes are kept.
constexpr double kRoundedArc = 0.5523;

[[nodiscard]] std::vector<PathStep> rectangle(const base::Rect& at);
/// An open line through the points, in their order; empty without points.
[[nodiscard]] std::vector<PathStep> polyline(const std::vector<base::Point>& points);
/// The same, closed.
[[nodiscard]] std::vector<PathStep> polygon(const std::vector<base::Point>& points);
[[nodiscard]] std::vector<PathStep> ellipse(base::Point center, double rx, double ry, double arc = kQuarterArc);
[[nodiscard]] std::vector<PathStep> disc(base::Point center, double radius, double arc = kQuarterArc);

/// Puts a shape behind the steps that `path` has, so that one path holds many shapes.
void append(Path& path, const std::vector<PathStep>& shape);

}  // namespace precis::scene
