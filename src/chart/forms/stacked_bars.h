// chart/forms/stacked_bars.h: stacked level bars in rows, with the totals at their ends; a part of draw_bars().
// Stage: doc::Chart, rows -> STACKED BARS -> canvas.
#pragma once
#include "chart/axes/rows.h"
#include "chart/forms/forms.h"

namespace precis::chart {

/// Draws the rows from `top` down; returns the height taken, with the words of reference lines.
double draw_stacked_bars(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Rows& rows, double top);

}  // namespace precis::chart
