// chart/axes/value_axis.h: the upright value axis: gridlines with their words on them, the unit at the top one only.
// Stage: data extent -> VALUE AXIS -> canvas.
#pragma once
#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

struct ValueAxis {
    ValueScale scale;
    Ticks ticks;
    std::vector<Label> words;  // pairs with ticks.values; empty for zero, which the baseline says
    double words_width = 0;
};

/// The data's extent over all series with their intervals; with zero where `from_zero` or where the data nearly reach
/// it.
[[nodiscard]] Interval extent_of(const doc::Chart& chart, bool from_zero);
/// Extent of the stacked totals.
[[nodiscard]] Interval stacked_extent_of(const doc::Chart& chart);

/// Scale and words between `top` and `bottom` (points); the top gridline lies low enough for its word.
[[nodiscard]] ValueAxis value_axis(Canvas& canvas, const doc::Chart& chart, Interval data, double top, double bottom);
/// Gridlines from `left` to `right`, words at `left`; the baseline in ink where it is zero.
void draw_value_axis(Canvas& canvas, const ValueAxis& axis, double left, double right);
/// The ink line that marks stand on.
void draw_baseline(Canvas& canvas, double left, double right, double y);

}  // namespace precis::chart
