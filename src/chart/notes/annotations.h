// chart/notes/annotations.h: all annotations of a chart with upright values: difference and growth arrows, levels,
// bands, events, callouts, trends.
//
// Stage: drawn plot -> ANNOTATIONS -> canvas. Main header of the sub-room; arrows.h, references.h and growth_column.h
// draw single kinds, level_lines.h and row_references.h annotate charts whose values run along x.
// In: the chart's annotations, and its plot as a Field: places of categories, the value scale, the edges. Out: items
// in the canvas's annotation groups, which editors of native charts keep as drawings.
// Units: points, y down; values and categories as in the chart.
// Order: forms ask for room before they lay out their plot, and draw annotations after all marks and labels, so that
// the words of annotations keep off them.
// Errors: none; annotations whose place is not found or whose words have no room are dropped on the canvas.
// Cost: linear in annotations × tried places.
#pragma once
#include <functional>

#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

/// The plot that is annotated.
struct Field {
    std::function<double(std::size_t)> x_of;  // middle of a category
    ValueScale y;
    double half_mark = 0;        // half a column's width; 0 for lines
    double left = 0, right = 0;  // of the plot
    double height = 0;           // of the canvas
};

/// Room that the annotations need right of the plot and above it; 0 without such annotations.
[[nodiscard]] double width_for_annotations(Canvas& canvas, const doc::Chart& chart);
[[nodiscard]] double height_for_annotations(const Canvas& canvas, const doc::Chart& chart);
/// True if the chart has reference lines, growth or difference arrows: they print heights, so columns need no grid.
[[nodiscard]] bool has_levels(const doc::Chart& chart);
/// Room for the words left of reference lines.
[[nodiscard]] double width_of_level_words(Canvas& canvas, const doc::Chart& chart);

/// Draws all annotations but those of `each: series` and `each: category`, and records the plot for editable charts.
void draw_annotations(Canvas& canvas, const doc::Chart& chart, const Field& field);

}  // namespace precis::chart
