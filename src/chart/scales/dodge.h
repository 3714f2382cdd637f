// chart/scales/dodge.h: pushes the labels of one column apart to a pitch, each as near to its place as possible.
// Stage: wanted places -> DODGE -> places. Pure numbers.
#pragma once
#include <optional>
#include <vector>

#include "chart/scales/ticks.h"

namespace precis::chart {

/// Places for `wanted` (any order), at least `pitch` apart and inside `room`; nothing if they don't all fit.
///
/// Keeps the order of the wanted places; equal ones stay as listed. Without the limits of `room`, the sum of squared
/// moves is the least possible.
/// Shape: the result pairs with `wanted`. Cost: n log n. Units: those of `wanted`, here points.
/// Source: isotonic regression by pooling adjacent violators (R. E. Barlow, D. J. Bartholomew, J. M. Bremner,
/// H. D. Brunk, "Statistical Inference under Order Restrictions", 1972); its result is then clamped to `room`.
[[nodiscard]] std::optional<std::vector<double>> dodge(const std::vector<double>& wanted, double pitch, Interval room);

}  // namespace precis::chart
