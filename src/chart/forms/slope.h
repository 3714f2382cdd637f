// chart/forms/slope.h: the places in a ranking that a bump chart draws.
// Stage: doc::Chart -> SLOPE -> slope.cpp. Pure.
#pragma once
#include <optional>
#include <vector>

#include "doc/document.h"

namespace precis::chart {

/// ranks[series][category], 1 for the largest of the category; equal values in the order of the series; none: no value.
[[nodiscard]] std::vector<std::vector<std::optional<double>>> ranks_of(const doc::Chart& chart);

}  // namespace precis::chart
