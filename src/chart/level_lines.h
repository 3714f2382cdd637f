// chart/level_lines.h: reference lines across lying charts: targets and averages.
// Stage: annotations -> LEVEL LINES -> canvas.
#pragma once
#include "chart/canvas.h"
#include "chart/scale.h"

namespace precis::chart {

[[nodiscard]] bool has_level_lines(const doc::Chart& chart);
/// Widened to hold the lines.
[[nodiscard]] Interval with_level_lines(const doc::Chart& chart, Interval extent);
/// Dotted from `top` to `bottom`, words centred under `bottom`.
void draw_level_lines(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double top, double bottom);

}  // namespace precis::chart
