// chart/marks/trend.h: a straight line fitted to points on the page. So with two logarithmic axes it shows a power law,
// with one a constant rate of growth. Stage: places -> TREND -> canvas. Units: points, y down.
#pragma once
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

struct Fit {
    double slope = 0, at_zero = 0;  // dy/dx; y at x = 0
    double operator()(double x) const { return at_zero + slope * x; }
};
/// Ordinary least squares of y over x; nothing unless at least two x differ. Linear in the points.
[[nodiscard]] std::optional<Fit> fit(const std::vector<base::Point>& points);
/// A dashed line from the leftmost point to the rightmost, inside `plot`.
void draw_trend(Canvas& canvas, const std::vector<base::Point>& points, const base::Rect& plot);

}  // namespace precis::chart
