// chart/notes/level_lines.h: reference lines and bands of charts whose values run along x: targets, averages, ranges.
// Stage: annotations -> LEVEL LINES -> canvas. Units: points, y down.
#pragma once
#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

[[nodiscard]] bool has_level_lines(const doc::Chart& chart);
/// `extent`, widened to hold the lines and bands of values.
[[nodiscard]] Interval with_level_lines(const doc::Chart& chart, Interval extent);
/// Height of the row of words under the marks; 0 without lines and bands.
[[nodiscard]] double height_of_level_words(const Canvas& canvas, const doc::Chart& chart);
/// Dotted lines from `top` to `bottom`, bands as grounds, words centred under `bottom`.
void draw_level_lines(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double top, double bottom);

}  // namespace precis::chart
