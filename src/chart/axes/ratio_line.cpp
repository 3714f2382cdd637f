// chart/axes/ratio_line.cpp: evenly spaced values along x, mapped by both scales.
// Stage: two scales -> RATIO LINE -> canvas.
#include "chart/axes/ratio_line.h"

namespace precis::chart {

std::vector<base::Point> ratio_line(const ValueScale& x, const ValueScale& y, double ratio, const base::Rect& plot) {
    constexpr int kPieces = 96;  // straight pieces of a line that is curved where one axis is logarithmic
    constexpr double kSlack = 0.5;
    std::vector<base::Point> line;
    if (ratio == 0) return line;
    // The part of x on which both x and ratio × x lie within their axes.
    double from = y.domain.lo / ratio, to = y.domain.hi / ratio;
    if (from > to) std::swap(from, to);
    from = std::max(from, x.domain.lo);
    to = std::min(to, x.domain.hi);
    if (!(from < to)) return line;
    for (int i = 0; i <= kPieces; ++i) {
        const double share = static_cast<double>(i) / kPieces;
        const double at = x.logarithmic ? from * std::pow(to / from, share) : from + (to - from) * share;
        const base::Point point{x(at), y(at * ratio)};
        if (point.x >= plot.x - kSlack && point.x <= plot.right() + kSlack) line.push_back(point);
    }
    return line;
}

}  // namespace precis::chart
