// chart/axes/ratio_line.h: the diagonal of a scatter chart on which y = ratio × x: "20 commits an author".
// Stage: two scales -> RATIO LINE -> canvas. Pure numbers; points, y down.
#pragma once
#include <vector>

#include "base/geometry.h"
#include "chart/scales/scale.h"

namespace precis::chart {

/// Points of the line inside the plot, from left to right; none where it does not cross the plot.
[[nodiscard]] std::vector<base::Point> ratio_line(const ValueScale& x, const ValueScale& y, double ratio,
                                                  const base::Rect& plot);

}  // namespace precis::chart
