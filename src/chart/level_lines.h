// chart/level_lines.h: reference lines across lying charts: targets and averages.
// Stage: annotations -> LEVEL LINES -> canvas.
#pragma once
#include "chart/canvas.h"
#include "chart/scale.h"

namespace precis::chart {

[[nodiscard]] bool has_level_lines(const doc::Chart& chart);
/// Widened to hold the lines.
[[nodiscard]] Interval with_level_lines(const doc::Chart& chart, Interval extent);
/// Of the row under the marks that their words stand in; 0 where there are none.
[[nodiscard]] double height_of_level_words(const Canvas& canvas, const doc::Chart& chart);
/// Dotted from `top` to `bottom`, words centred under `bottom`.
void draw_level_lines(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double top, double bottom);

}  // namespace precis::chart
