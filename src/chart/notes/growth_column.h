// chart/notes/growth_column.h: growth a year of each part of stacked columns and of their total, right of the names.
// Stage: stack -> GROWTH COLUMN -> canvas. Units: points, y down.
#pragma once
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

/// The annotation `{cagr: [from, to], each: series}`; nullptr: none.
[[nodiscard]] const doc::Annotation* growth_of_each(const doc::Chart& chart);

/// Room for the rates at the right, and for their heading above the totals; 0 without the annotation.
[[nodiscard]] double width_of_growth(Canvas& canvas, const doc::Chart& chart);
[[nodiscard]] double height_of_growth(const Canvas& canvas, const doc::Chart& chart);

/// Prints the rates at the canvas's right edge. `places[s]` is the y of series s's middle, `total` the baseline of the
/// last column's total.
void draw_growth_column(Canvas& canvas, const doc::Chart& chart, const std::vector<std::optional<double>>& places,
                        double total);

}  // namespace precis::chart
