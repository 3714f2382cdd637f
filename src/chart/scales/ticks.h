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
/// `wanted` is a wish for the number of steps, 1 … 6. An interval without extent is widened: to zero where it is not
/// zero itself, else to 0 … 1. Between whole numbers, from three apart, ticks are whole.
/// Source: after J. Talbot, S. Lin, P. Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on
/// Axes", InfoVis 2010: their simplicity, coverage and density; labels always enclose the data, legibility is left out.
[[nodiscard]] Ticks nice_ticks(Interval data, int wanted);

/// Ticks at powers of ten, with 2 and 5 between where the data spans less than two decades. Both ends > 0.
[[nodiscard]] Ticks log_ticks(Interval data);

}  // namespace precis::chart
