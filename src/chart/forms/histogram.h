// chart/forms/histogram.h: numbers counted into bins of one width with round edges.
// Stage: numbers -> HISTOGRAM -> histogram.cpp. Pure.
#pragma once
#include <vector>

#include "chart/scales/ticks.h"

namespace precis::chart {

struct Bins {
    double first = 0, width = 1;  // bin i is [first + i * width, the next); the last includes its upper edge
    std::vector<std::size_t> counts;
    double edge(std::size_t i) const { return first + width * static_cast<double>(i); }
};
/// `wanted` bins, or (0) as many as the data's size says; edges are round, so there may be a few more or fewer.
/// Source: number of bins after H. A. Sturges, "The Choice of a Class Interval", 1926, from 30 values on one more each
/// doubling. `values` not empty, finite.
[[nodiscard]] Bins bins_of(const std::vector<double>& values, int wanted);
/// The same over an extent that is not the values' own (it holds them all), as `count` values would have it.
[[nodiscard]] Bins bins_over(const std::vector<double>& values, Interval extent, std::size_t count, int wanted);

}  // namespace precis::chart
