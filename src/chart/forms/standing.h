// chart/forms/standing.h: forms that lie by default, standing: dots, lollipops, dumbbells, boxes and strips over names.
// Stage: doc::Chart with `lying: false` -> STANDING -> canvas. Parts of draw_dots() and draw_distribution().
#pragma once
#include "chart/forms/forms.h"

namespace precis::chart {

/// Draws the chart with its values upwards; returns the height that it took.
double draw_standing(Canvas& canvas, const doc::Chart& chart, const Frame& frame);

}  // namespace precis::chart
