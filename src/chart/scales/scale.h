// chart/scales/scale.h: data to points: a value scale (linear, logarithmic, by square roots) and a band scale for
// categories. Stage: ticks -> SCALE -> marks. Pure numbers.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "chart/scales/ticks.h"

namespace precis::chart {

/// Maps `domain` onto `from` … `to` (points; `to` may be the smaller: y grows downwards).
struct ValueScale {
    Interval domain{0, 1};
    double from = 0, to = 1;
    bool logarithmic = false;  // both ends of the domain > 0
    bool rooted = false;       // by square roots, the sign kept
    Interval cut{0, 0};        // left out of a linear scale: what lies between takes `gap` points
    double gap = 0;

    bool is_cut() const { return cut.hi > cut.lo; }
    double operator()(double value) const {
        if (is_cut()) return across_cut(value);
        const auto bent = [this](double v) {
            return logarithmic ? std::log(v) : rooted ? std::copysign(std::sqrt(std::abs(v)), v) : v;
        };
        const double lo = bent(domain.lo), hi = bent(domain.hi), at = bent(value);
        // Halved, so that a domain of ±1e300 does not overflow.
        const double extent = hi / 2 - lo / 2;
        return extent > 0 ? from + (to - from) * ((at / 2 - lo / 2) / extent) : from;
    }
    double across_cut(double value) const {
        const double way = to < from ? -1 : 1, room = std::abs(to - from) - gap;
        const double per_unit = room / ((domain.hi - domain.lo) - (cut.hi - cut.lo));
        const double below = std::min(value, cut.lo) - domain.lo, above = std::max(value, cut.hi) - cut.hi;
        const double inside = (std::clamp(value, cut.lo, cut.hi) - cut.lo) / (cut.hi - cut.lo);
        return from + way * ((below + above) * per_unit + inside * gap);
    }
    /// Where bars begin: zero, or the nearest end of the domain.
    double base() const { return (*this)(logarithmic || domain.lo > 0 ? domain.lo : domain.hi < 0 ? domain.hi : 0); }
};

/// `count` equal steps between `from` and `to`; a bar takes `share` of its step.
struct BandScale {
    double from = 0, to = 1;
    std::size_t count = 1;
    double share = 0.68;

    double step() const { return (to - from) / static_cast<double>(count == 0 ? 1 : count); }
    double width() const { return step() * share; }
    double center(std::size_t i) const { return from + step() * (static_cast<double>(i) + 0.5); }
    double begin(std::size_t i) const { return center(i) - width() / 2; }
};

}  // namespace precis::chart
