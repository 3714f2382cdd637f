// chart/forms/line_over.h: a second measure as a line over columns.
// Stage: doc::Chart with `line` -> LINE OVER -> canvas.
#pragma once
#include <functional>

#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

/// The line has the columns' unit, and so their scale; else it has one of its own, without an axis: its points are
/// labelled.
[[nodiscard]] bool shares_scale(const doc::Chart& chart);
/// The interval widened to hold the line, where it shares the scale.
[[nodiscard]] Interval with_line(const doc::Chart& chart, Interval extent);
/// What a line with a scale of its own reaches from and to.
[[nodiscard]] Interval extent_of_line(const doc::Chart& chart);
/// Of the name at its end.
[[nodiscard]] double width_of_line_name(Canvas& canvas, const doc::Chart& chart);
/// Call before the columns' values are labelled, so that they keep off the line.
void draw_line_over(Canvas& canvas, const doc::Chart& chart, const std::function<double(std::size_t)>& x_of,
                    const ValueScale& columns, double right);

}  // namespace precis::chart
