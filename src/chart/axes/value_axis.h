// chart/axes/value_axis.h: the upright value axis: level gridlines with words on them, the unit at the top one only.
//
// Stage: data extent -> VALUE AXIS -> canvas. Main header of the sub-room. Its mirror image is level_axis.h, with words
// beneath; band_axis.h has categories and periods, rows.h a row for each category, time_frame.h whole years.
// In: an extent in data units, which extent_of() reads from the chart, and the top and bottom of the plot.
// Out: a scale for the marks and labels for the ticks; draw_value_axis() puts both on the canvas.
// Units: extents in data units; top, bottom, left, right and widths in points, y down.
// Zero: the domain begins at zero for lengths, and wherever the data come near it (kNearZero in value_axis.cpp).
// Errors: none. Log scales expect data over zero; otherwise the axis falls back to a linear one.
// Cost: linear in the values for extents, constant for the axis.
// Source: ticks after scales/ticks.h; rules for gridlines and words in docs/design/looks.md#charts.
#pragma once
#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

struct ValueAxis {
    ValueScale scale;
    Ticks ticks;
    Label noun;                // of the unit, with the axis's title, over the top word; empty: none
    std::vector<Label> words;  // pairs with ticks.values; empty for zero, which the baseline marks
    bool at_right = false;     // the words end at the gridlines' right ends
    double words_width = 0;    // of the words that marks must keep off: all but the top one
};

/// Extent of all values, intervals and reference lines, widened to the author's domain. Without a domain it includes
/// zero if `from_zero` or if the data come near it.
[[nodiscard]] Interval extent_of(const doc::Chart& chart, bool from_zero);
/// Extent of the stacked parts; includes zero.
[[nodiscard]] Interval stacked_extent_of(const doc::Chart& chart);

/// Scale and words between `top` and `bottom`. The top gridline lies low enough for its word to fit under `top`.
[[nodiscard]] ValueAxis value_axis(Canvas& canvas, const doc::Chart& chart, Interval data, double top, double bottom);
/// Gridlines from `left` to `right` except at zero, words at `left` over their gridlines.
void draw_value_axis(Canvas& canvas, const ValueAxis& axis, double left, double right);
/// The ink line under the marks.
void draw_baseline(Canvas& canvas, double left, double right, double y);

}  // namespace precis::chart
