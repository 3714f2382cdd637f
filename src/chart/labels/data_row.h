// chart/labels/data_row.h: numbers in rows under a chart's axis, one below each category.
// Stage: doc::Chart with data-row -> DATA ROW -> canvas.
#pragma once
#include <functional>

#include "chart/canvas/canvas.h"

namespace precis::chart {

/// Of the names at the left; 0 without rows.
[[nodiscard]] double width_of_data_row(Canvas& canvas, const doc::Chart& chart);
[[nodiscard]] double height_of_data_row(const Canvas& canvas, const doc::Chart& chart);
/// `x_of` a category's middle; numbers wider than `step` are dropped.
void draw_data_row(Canvas& canvas, const doc::Chart& chart, const std::function<double(std::size_t)>& x_of, double step,
                   double top);

}  // namespace precis::chart
