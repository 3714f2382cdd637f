// chart/marks/trend.h: a straight line through points, as they stand on the page: on logarithmic axes a power or a
// rate. Stage: places -> TREND -> canvas.
#pragma once
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

struct Fit {
    double slope = 0, at_zero = 0;
    double operator()(double x) const { return at_zero + slope * x; }
};
/// Least squares of y over x; nothing where fewer than two x differ.
[[nodiscard]] std::optional<Fit> fit(const std::vector<base::Point>& points);
/// Dashed, from the first point to the last, inside `plot`.
void draw_trend(Canvas& canvas, const std::vector<base::Point>& points, const base::Rect& plot);

}  // namespace precis::chart
