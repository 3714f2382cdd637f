// chart/scales/monotone.cpp: the harmonic mean of the slopes at both sides of a point, or 0 where they differ in sign.
// Stage: points -> MONOTONE -> ridges, stream.
#include "chart/scales/monotone.h"

namespace precis::chart {

std::vector<double> monotone_slopes(const std::vector<base::Point>& points) {
    std::vector<double> slopes(points.size());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const auto &before = points[i - 1], &at = points[i], &after = points[i + 1];
        const double a = (at.y - before.y) / (at.x - before.x);
        const double b = (after.y - at.y) / (after.x - at.x);
        slopes[i] = a * b <= 0 ? 0 : 2 * a * b / (a + b);
    }
    return slopes;
}

}  // namespace precis::chart
