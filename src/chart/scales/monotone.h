// chart/scales/monotone.h: slopes of curves that rise and fall only where their points do.
// Stage: points -> MONOTONE -> ridges, stream. Pure numbers.
#pragma once
#include <vector>

#include "base/geometry.h"

namespace precis::chart {

/// Slopes (dy/dx) of a monotone cubic through the points; x ascends. The first and the last slope are 0.
/// Source: F. N. Fritsch, J. Butland, "A Method for Constructing Local Monotone Piecewise Cubic Interpolants", 1984,
/// with the unweighted harmonic mean.
[[nodiscard]] std::vector<double> monotone_slopes(const std::vector<base::Point>& points);

}  // namespace precis::chart
