// chart/notes/annotations.h: what an analyst draws over columns and lines: difference and growth arrows, levels,
// events, bands. Stage: drawn plot -> ANNOTATIONS -> canvas. After the marks, so that it can keep clear of their words.
#pragma once
#include <functional>

#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

/// The plot as annotations see it.
struct Field {
    std::function<double(std::size_t)> x_of;  // of a category
    ValueScale y;
    double half_mark = 0;  // half a column's width
    double left = 0, right = 0, height = 0;
};

/// Room that annotations need at the right and above, before the plot is laid out.
[[nodiscard]] double room_for_annotations(Canvas& canvas, const doc::Chart& chart);
[[nodiscard]] double height_for_annotations(const Canvas& canvas, const doc::Chart& chart);
/// Levels, growth or difference arrows: they say how high, so that a grid would only be in the way.
[[nodiscard]] bool has_levels(const doc::Chart& chart);
/// Of the words beside reference lines, at the left.
[[nodiscard]] double width_of_level_words(Canvas& canvas, const doc::Chart& chart);

void draw_annotations(Canvas& canvas, const doc::Chart& chart, const Field& field);

}  // namespace precis::chart
