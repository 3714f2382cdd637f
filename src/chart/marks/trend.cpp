// chart/marks/trend.cpp: the fit and its line.
// Stage: places -> TREND -> canvas.
#include "chart/marks/trend.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/shapes.h"

namespace precis::chart {

std::optional<Fit> fit(const std::vector<base::Point>& points) {
    if (points.size() < 2) return std::nullopt;
    const double n = static_cast<double>(points.size());
    double mx = 0, my = 0;
    for (const auto& p : points) mx += p.x / n, my += p.y / n;
    double xx = 0, xy = 0;
    for (const auto& p : points) xx += (p.x - mx) * (p.x - mx), xy += (p.x - mx) * (p.y - my);
    if (xx < 1e-9) return std::nullopt;
    return Fit{xy / xx, my - xy / xx * mx};
}

void draw_trend(Canvas& canvas, const std::vector<base::Point>& points, const base::Rect& plot) {
    const auto line = fit(points);
    if (!line) return;
    const auto [first, last] =
        std::minmax_element(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
    double from = first->x, to = last->x;
    // Cut where the line would leave the plot at its top or bottom.
    if (std::abs(line->slope) > 1e-9) {
        const double a = (plot.y - line->at_zero) / line->slope, b = (plot.bottom() - line->at_zero) / line->slope;
        from = std::max(from, std::min(a, b));
        to = std::min(to, std::max(a, b));
    }
    if (to <= from) return;
    canvas.rule(Layer::grid, {from, (*line)(from)}, {to, (*line)(to)}, {canvas.inks().text, 0.9, {4, 2.4}, false});
}

}  // namespace precis::chart
