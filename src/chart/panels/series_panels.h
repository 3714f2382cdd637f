// chart/panels/series_panels.h: small multiples of lines, areas, steps and columns: one series in each panel, and on
// one scale the others behind it as quiet ghosts.
//
// Stage: doc::Chart with facets -> SERIES PANELS -> canvas. Main header of the sub-room, with small_charts.h.
// In: a checked chart for which has_series_panels() is true. Out: panels on one canvas; the height that they took.
// Units: points, y down. Errors: none; labels without room are dropped on the canvas. Cost: series² for the ghosts.
// Why not small_charts.h: these panels are parts of one drawing. They share an axis and its words, their plots are as
// small as 44 × 24, and a ghost needs the numbers of the other panels. Small charts are whole drawings, each with a
// canvas of its own, that are aligned by measuring them several times.
#pragma once
#include "chart/forms/forms.h"

namespace precis::chart {

/// Draws the panels; returns the height that they took.
double draw_series_panels(Canvas& canvas, const doc::Chart& chart, const Frame& frame);

}  // namespace precis::chart
