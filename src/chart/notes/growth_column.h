// chart/notes/growth_column.h: how fast each part of stacked columns grew, and their total, at the right of the last
// column. Stage: stack -> GROWTH COLUMN -> canvas.
#pragma once
#include <optional>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

/// `annotations: [{cagr: [from, to], each: series}]`; nullptr: none.
[[nodiscard]] const doc::Annotation* growth_of_each(const doc::Chart& chart);

/// Room for it at the right, and for its head above the totals.
[[nodiscard]] double width_of_growth(Canvas& canvas, const doc::Chart& chart);
[[nodiscard]] double height_of_growth(const Canvas& canvas, const doc::Chart& chart);

/// `places[s]` is the middle of series s's words; `total` the baseline of the last column's total.
void draw_growth_column(Canvas& canvas, const doc::Chart& chart, const std::vector<std::optional<double>>& places,
                        double total);

}  // namespace precis::chart
