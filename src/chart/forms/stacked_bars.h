// chart/forms/stacked_bars.h: parts one behind the other in lying bars, their sums at the end.
// Stage: doc::Chart, rows -> STACKED BARS -> canvas.
#pragma once
#include "chart/axes/rows.h"
#include "chart/forms/presets.h"

namespace precis::chart {

/// From `top`; gives the height that is taken up to the foot.
double draw_stacked_bars(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Rows& rows, double top);

}  // namespace precis::chart
