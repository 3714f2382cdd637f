// chart/labels/data_row.h: rows of numbers under a chart's axis, each number below its category.
// Stage: doc::Chart with data-row -> DATA ROW -> canvas. Units: points, y down.
#pragma once
#include <functional>

#include "chart/canvas/canvas.h"

namespace precis::chart {

/// Room for the names of the rows, at the left; 0 without rows. Drops names that are too long.
[[nodiscard]] double width_of_data_row(Canvas& canvas, const doc::Chart& chart);
/// Height of all rows; 0 without rows.
[[nodiscard]] double height_of_data_row(const Canvas& canvas, const doc::Chart& chart);
/// Draws the rows from `top` down, numbers centred on `x_of(category)`. Numbers wider than `step` are dropped.
void draw_data_row(Canvas& canvas, const doc::Chart& chart, const std::function<double(std::size_t)>& x_of, double step,
                   double top);

}  // namespace precis::chart
