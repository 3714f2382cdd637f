// chart/forms/line_over.h: a second measure (`line:`) as a line over columns.
// Stage: doc::Chart with `line` -> LINE OVER -> canvas. Units: data units for extents, points for the rest.
#pragma once
#include <functional>

#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

/// True if the line has the unit of the columns, and so their scale. If not, it has a scale of its own without an axis,
/// and its points are labelled.
[[nodiscard]] bool shares_scale(const doc::Chart& chart);
/// `extent`, widened to hold the line if it shares the scale.
[[nodiscard]] Interval with_line(const doc::Chart& chart, Interval extent);
/// The extent of a line with a scale of its own; includes zero.
[[nodiscard]] Interval extent_of_line(const doc::Chart& chart);
/// Room for the name at the line's end; 0 without a line.
[[nodiscard]] double width_of_line_name(Canvas& canvas, const doc::Chart& chart);
/// Draws the line over columns on the scale `columns`, its name right of `right`. Call before the columns' values are
/// labelled, so that they keep off the line.
void draw_line_over(Canvas& canvas, const doc::Chart& chart, const std::function<double(std::size_t)>& x_of,
                    const ValueScale& columns, double right);

}  // namespace precis::chart
