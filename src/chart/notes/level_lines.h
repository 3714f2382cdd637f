// chart/notes/level_lines.h: reference lines and bands across lying charts: targets, averages, ranges; what is said of
// rows. Stage: annotations -> LEVEL LINES -> canvas.
#pragma once
#include "chart/axes/rows.h"
#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

[[nodiscard]] bool has_level_lines(const doc::Chart& chart);
/// Widened to hold the lines and bands of values.
[[nodiscard]] Interval with_level_lines(const doc::Chart& chart, Interval extent);
/// Of the row under the marks that their words stand in; 0 where there are none.
[[nodiscard]] double height_of_level_words(const Canvas& canvas, const doc::Chart& chart);
/// Dotted from `top` to `bottom`, bands as a ground; words centred under `bottom`.
void draw_level_lines(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double top, double bottom);
/// A ground behind the rows from one category to another, its words at the right; callouts tied to a row's end. After
/// the rows' own words.
void draw_row_references(Canvas& canvas, const doc::Chart& chart, const Rows& rows, const ValueScale& x, double top);

}  // namespace precis::chart
