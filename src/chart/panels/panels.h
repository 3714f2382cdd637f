// chart/panels/panels.h: small multiples of lines, areas, steps and columns on one scale, the others as ghosts.
// Stage: doc::Chart with facets -> PANELS -> canvas.
#pragma once
#include "chart/forms/presets.h"

namespace precis::chart {

/// Draws the checked chart; gives the height that it took.
double draw_panels(Canvas& canvas, const doc::Chart& chart, const Frame& frame);

}  // namespace precis::chart
