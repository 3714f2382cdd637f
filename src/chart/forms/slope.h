// chart/forms/slope.h: ranks of the series in each category, as a bump chart draws them.
// Stage: doc::Chart -> SLOPE -> slope.cpp. Pure.
#pragma once
#include <optional>
#include <vector>

#include "doc/document.h"

namespace precis::chart {

/// ranks[series][category], 1 for the largest value of the category. Equal values rank in the order of the series; a
/// series without a value has no rank. Cost: categories × n log n in the series.
[[nodiscard]] std::vector<std::vector<std::optional<double>>> ranks_of(const doc::Chart& chart);

}  // namespace precis::chart
