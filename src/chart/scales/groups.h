// chart/scales/groups.h: groups the rows of one name, and sums up the values of a group: quartiles and swarms.
// Stage: doc::Chart -> GROUPS -> box, strip, gantt. Pure numbers.
#pragma once
#include <string>
#include <vector>

#include "doc/document.h"

namespace precis::chart {

struct Group {
    std::string name;
    std::vector<std::size_t> rows;  // indices of the chart's categories, ascending
};
/// One group for each name, in the order in which the names first appear.
[[nodiscard]] std::vector<Group> groups_of(const doc::Chart& chart);
/// A chart with one category for each group, for the words of rows. A group is highlighted if one of its rows is.
[[nodiscard]] doc::Chart grouped(const doc::Chart& chart, const std::vector<Group>& groups);

struct Quartiles {
    double low = 0, first = 0, median = 0, third = 0, high = 0;  // low, high: the ends of the whiskers
    std::vector<double> outliers;                                // farther from the box than 1.5 times its length
};
/// Quartiles by linear interpolation between the two neighbours. `values` not empty, in any order. Cost: n log n.
/// Source: R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", 1996, definition 7 (the default of R).
[[nodiscard]] Quartiles quartiles(std::vector<double> values);

/// Offsets across the axis that keep discs of `radius` at `along` (any order) from touching. Lanes near the middle
/// fill first. Once the `room` to each side is used up, discs overlap.
/// Shape: pairs with `along`. Units: points. Cost: n log n + n × lanes.
[[nodiscard]] std::vector<double> swarm(const std::vector<double>& along, double radius, double room);

}  // namespace precis::chart
