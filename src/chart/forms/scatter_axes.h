// chart/forms/scatter_axes.h: two number axes with their grid and words, and diagonals, levels and bands over them.
// Stage: data extents -> SCATTER AXES -> scatter, bubble. Units: points, y down; data units for extents.
//
// Why not axes/value_axis.h and level_axis.h: both axes share one kind of scale here, each with its own domain rules
// (padding on logarithmic axes, zero only where the data come near it). put_tick_word() is shared.
#pragma once
#include <string>
#include <vector>

#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

// From the plot to the words at its left; to the baseline of the words beneath, in units of the canvas.
constexpr double kScatterGutter = 5, kScatterDrop = 10.8;

struct NumberAxis {
    ValueScale scale;
    std::vector<double> ticks;
    std::vector<Label> words;  // pairs with ticks
    bool opposite = false;     // at the right of the plot, or over it
};
struct NumberAxisWish {
    Interval data;
    double from = 0, to = 1;  // ends on the page
    vocabulary::Scale kind;
    std::string name;  // under which panels share the extent
    doc::AxisFormat format;
    doc::AxisWish asked = {};         // by the author
    std::vector<double> domain = {};  // by the author: widens the axis, but never cuts the data
};
[[nodiscard]] NumberAxis number_axis(Canvas& canvas, NumberAxisWish wish);
void draw_number_axes(Canvas& canvas, const NumberAxis& x, const NumberAxis& y, const base::Rect& plot);

/// The lines on which y = ratio × x: straight if both axes have one kind of scale, else in short pieces.
void draw_ratios(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                 const base::Rect& plot);
/// Bands are drawn before the points, levels and all words after the names of the points.
void draw_scatter_bands(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                        const base::Rect& plot);
void draw_scatter_levels(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                         const base::Rect& plot);
/// `data`, widened to hold the levels and bands of that axis.
[[nodiscard]] Interval with_references(const doc::Chart& chart, bool on_x, Interval data);

}  // namespace precis::chart
