// chart/scales/monotone.h: curves through points that rise and fall only where the points do. Inside the room.
#pragma once
#include <vector>

#include "base/geometry.h"

namespace precis::chart {

/// Slopes of a monotone cubic through the points, from left to right; the ends are flat.
[[nodiscard]] std::vector<double> monotone_slopes(const std::vector<base::Point>& p);

}  // namespace precis::chart
