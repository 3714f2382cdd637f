// chart/scales/groups.h: many values a category: rows of one name belong together; their quartiles and their swarm.
// Stage: doc::Chart -> GROUPS -> box, strip, gantt. Pure numbers.
#pragma once
#include <string>
#include <vector>

#include "doc/document.h"

namespace precis::chart {

struct Group {
    std::string name;
    std::vector<std::size_t> rows;  // of the chart's categories, as they come
};
/// In the order in which their names first come.
[[nodiscard]] std::vector<Group> groups_of(const doc::Chart& chart);
/// A chart with one category a group, for the row's words; highlighted where one of its rows is.
[[nodiscard]] doc::Chart grouped(const doc::Chart& chart, const std::vector<Group>& groups);

struct Quartiles {
    double low = 0, first = 0, median = 0, third = 0, high = 0;  // low, high: the whiskers' ends
    std::vector<double> outliers;                                // beyond 1.5 times the box's length
};
/// `values` not empty, any order. Quartiles by linear interpolation between the two neighbours (R's type 7).
[[nodiscard]] Quartiles quartiles(std::vector<double> values);

/// Offsets across for points at `along` (any order), so that discs of `radius` keep apart while `room` to each side
/// lasts; beyond it they overlap. Near the middle first; the same for the same data.
[[nodiscard]] std::vector<double> swarm(const std::vector<double>& along, double radius, double room);

}  // namespace precis::chart
