// Source: F. N. Fritsch and J. Butland, "A Method for Constructing Local Monotone Piecewise Cubic Interpolants", 1984.
#include "chart/scales/monotone.h"

namespace precis::chart {

std::vector<double> monotone_slopes(const std::vector<base::Point>& p) {
    std::vector<double> m(p.size());
    for (std::size_t i = 1; i + 1 < p.size(); ++i) {
        const double a = (p[i].y - p[i - 1].y) / (p[i].x - p[i - 1].x);
        const double b = (p[i + 1].y - p[i].y) / (p[i + 1].x - p[i].x);
        m[i] = a * b <= 0 ? 0 : 2 * a * b / (a + b);
    }
    return m;
}

}  // namespace precis::chart
