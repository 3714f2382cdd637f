// chart/labels/series_key.h: the names of the series in a row above the plot, each after a square of its colour.
// Stage: tones -> SERIES KEY -> canvas. Units: points, y down.
#pragma once
#include "chart/canvas/canvas.h"

namespace precis::chart {

/// Draws the row, or several, from `top` down. Returns the height taken, with the air beneath; 0 without names.
double draw_series_key(Canvas& canvas, const doc::Chart& chart, double left, double top);

}  // namespace precis::chart
