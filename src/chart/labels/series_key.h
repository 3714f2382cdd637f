// chart/labels/series_key.h: the names of series in a row above the plot, each behind a square of its colour.
// Stage: tones -> SERIES KEY -> canvas.
#pragma once
#include "chart/canvas/canvas.h"

namespace precis::chart {

/// Draws the row(s) from `top` on; gives the height taken, 0 without names.
double draw_series_key(Canvas& canvas, const doc::Chart& chart, double left, double top);

}  // namespace precis::chart
