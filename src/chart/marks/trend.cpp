// chart/marks/trend.cpp: sums of squares around the means, and the dashed line, cut at the plot's edges.
// Stage: places -> TREND -> canvas.
#include "chart/marks/trend.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/shapes.h"

namespace precis::chart {
namespace {
constexpr double kLevel = 1e-9;  // smaller: the points share one x, or the line is level
}  // namespace

std::optional<Fit> fit(const std::vector<base::Point>& points) {
    if (points.size() < 2) return std::nullopt;
    const double n = static_cast<double>(points.size());
    double mean_x = 0, mean_y = 0;
    for (const auto& p : points) mean_x += p.x / n, mean_y += p.y / n;
    double xx = 0, xy = 0;
    for (const auto& p : points) xx += (p.x - mean_x) * (p.x - mean_x), xy += (p.x - mean_x) * (p.y - mean_y);
    if (xx < kLevel) return std::nullopt;
    return Fit{xy / xx, mean_y - xy / xx * mean_x};
}

void draw_trend(Canvas& canvas, const std::vector<base::Point>& points, const base::Rect& plot) {
    const auto line = fit(points);
    if (!line) return;
    const auto [first, last] =
        std::minmax_element(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
    double from = first->x, to = last->x;
    if (std::abs(line->slope) > kLevel) {  // cut where the line would leave the plot at its top or bottom
        const double a = (plot.y - line->at_zero) / line->slope, b = (plot.bottom() - line->at_zero) / line->slope;
        from = std::max(from, std::min(a, b));
        to = std::min(to, std::max(a, b));
    }
    if (to <= from) return;
    canvas.rule(Layer::grid, {from, (*line)(from)}, {to, (*line)(to)}, {canvas.inks().text, 0.9, {4, 2.4}, false});
}

}  // namespace precis::chart
