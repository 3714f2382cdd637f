// chart/scales/scale.h: maps data to points on the page: a value scale (linear, logarithmic, by square roots, with a
// cut) and a band scale for categories.
//
// Stage: ticks -> SCALE -> axes, marks, annotations. Main header of the sub-room; ticks.h, slots.h, color_scale.h and
// dodge.h stand beside it. Pure numbers, no drawing.
// In: a domain in data units (from ticks.h) and the two ends of its axis. Out: coordinates for values and categories.
// Units: domain in data units; from, to, gap and results in points, y down, so that an upright axis has from > to.
// Range: domains reach up to ±1e300; values outside the domain are mapped beyond the ends, never clamped.
// Errors: none. A logarithmic scale expects values over zero; checks/check.h refuses others. A domain without extent
// maps every value to `from`.
// Cost: constant.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "chart/scales/ticks.h"

namespace precis::chart {

/// Maps `domain` onto `from` … `to`.
struct ValueScale {
    Interval domain{0, 1};
    double from = 0, to = 1;
    bool logarithmic = false;  // both ends of the domain are > 0
    bool rooted = false;       // by square roots; negative values keep their sign
    Interval cut{0, 0};        // a part of a linear domain that is left out
    double gap = 0;            // points that the cut takes on the axis

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
    /// The parts below and above the cut have one unit; values inside the cut are spread over its gap.
    double across_cut(double value) const {
        const double way = to < from ? -1 : 1, room = std::abs(to - from) - gap;
        const double per_unit = room / ((domain.hi - domain.lo) - (cut.hi - cut.lo));
        const double below = std::min(value, cut.lo) - domain.lo, above = std::max(value, cut.hi) - cut.hi;
        const double inside = (std::clamp(value, cut.lo, cut.hi) - cut.lo) / (cut.hi - cut.lo);
        return from + way * ((below + above) * per_unit + inside * gap);
    }
    /// Where bars begin: at zero, or at the end of the domain that is nearest to zero.
    double base() const { return (*this)(logarithmic || domain.lo > 0 ? domain.lo : domain.hi < 0 ? domain.hi : 0); }
};

/// `count` equal steps between `from` and `to`; a bar takes `share` of its step (docs/design/looks.md#charts).
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
