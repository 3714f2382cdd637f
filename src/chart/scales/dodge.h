// chart/scales/dodge.h: labels of one column pushed apart to a pitch, each as near to its place as can be.
// Stage: wanted places -> DODGE -> places. Pure numbers.
#pragma once
#include <optional>
#include <vector>

#include "chart/scales/ticks.h"

namespace precis::chart {

/// Places for `wanted` (any order), at least `pitch` apart and inside `room`; nothing if they can't all fit.
///
/// The order of the wanted places is kept (equal ones: as listed); the sum of squared moves is the least there is.
/// Source: isotonic regression by pool-adjacent-violators (Barlow, Bartholomew, Bremner, Brunk 1972), clamped.
[[nodiscard]] std::optional<std::vector<double>> dodge(const std::vector<double>& wanted, double pitch, Interval room);

}  // namespace precis::chart
