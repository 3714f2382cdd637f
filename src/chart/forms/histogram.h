// chart/forms/histogram.h: counts numbers into bins of one width with round edges.
// Stage: numbers -> HISTOGRAM -> histogram.cpp. Pure; linear in the values.
#pragma once
#include <vector>

#include "chart/scales/ticks.h"

namespace precis::chart {

struct Bins {
    double first = 0, width = 1;      // bin i is [edge(i), edge(i + 1)); the last one includes its upper edge
    std::vector<std::size_t> counts;  // values in each bin
    double edge(std::size_t i) const { return first + width * static_cast<double>(i); }
};
/// `wanted` bins, or with 0 as many as the number of values suggests. Edges are round (1, 2, 2.5 or 5 × 10^k), so there
/// may be a few more or fewer bins.
/// Shape: `values` not empty, finite, in any order.
/// Source: number of bins after H. A. Sturges, "The Choice of a Class Interval", 1926: 1 + log₂ n, rounded up here.
[[nodiscard]] Bins bins_of(const std::vector<double>& values, int wanted);
/// The same over `extent`, which holds all values, and with the number of bins that `count` values suggest: panels on
/// one scale share both.
[[nodiscard]] Bins bins_over(const std::vector<double>& values, Interval extent, std::size_t count, int wanted);

}  // namespace precis::chart
