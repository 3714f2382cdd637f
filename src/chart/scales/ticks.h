// chart/scales/ticks.h: round tick values for a numeric axis.
// Stage: bound chart -> scale -> TICKS -> scene items. Pure: no I/O, no locale.
#pragma once
#include <vector>

namespace precis::chart {

struct Interval {  // data units, lo <= hi, both finite and within ±1e300
    double lo = 0;
    double hi = 0;
    bool operator==(const Interval&) const = default;
};

struct Ticks {
    std::vector<double> values;  // ascending; the first is <= data.lo, the last >= data.hi
    double step = 1;             // distance between neighbours, data units, > 0
    int decimals = 0;            // digits after the point that keep labels exact
    bool operator==(const Ticks&) const = default;
};

/// Ticks at multiples of 1, 2, 2.5, 3, 4 or 5 x 10^k that enclose `data`; 2 to 8 of them.
///
/// `wanted` is a wish for the number of steps, clamped to 1 … 6. An interval without extent is widened to reach zero,
/// or to 0 … 1 if it is zero. If both ends are whole numbers and at least three apart, all ticks are whole.
/// Cost: constant (24 steps are tried).
/// Source: J. Talbot, S. Lin, P. Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes",
/// InfoVis 2010: simplicity, coverage and density. Departures: the ticks always enclose the data, coverage weighs 0.02
/// instead of 0.2 (ticks.cpp says why), and legibility is left out.
[[nodiscard]] Ticks nice_ticks(Interval data, int wanted);

/// As nice_ticks(), for percentages: data that end at 100 or below have no tick above 100.
[[nodiscard]] Ticks percent_ticks(Interval data, int wanted);

/// Ticks at multiples of `step` that enclose `data`, at most a thousand of them. `step` > 0.
[[nodiscard]] Ticks stepped_ticks(Interval data, double step);

/// Ticks at powers of ten that enclose `data`, with 2 and 5 between where the axis has at most two decades. Of more
/// than six decades, only every second, third … has a tick. Both ends > 0.
[[nodiscard]] Ticks log_ticks(Interval data);

}  // namespace precis::chart
