// chart/forms/scatter_axes.h: two number axes and what is laid over them: grid, words, diagonals, levels and bands.
// Stage: data extents -> SCATTER AXES -> scatter, bubble.
#pragma once
#include <string>
#include <vector>

#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

constexpr double kScatterGutter = 5, kScatterDrop = 10.8;  // words from the plot; their baseline under it, in units

struct NumberAxis {
    ValueScale scale;
    std::vector<double> ticks;
    std::vector<Label> words;  // pairs with ticks
};
/// `kind`: linear, log, sqrt; `name`: what panels call it when they share it. Levels and bands of that axis lie on it.
struct NumberAxisWish {
    Interval data;
    double from = 0, to = 1;
    std::string kind, name;
    doc::AxisFormat format;
};
[[nodiscard]] NumberAxis number_axis(Canvas& canvas, NumberAxisWish wish);
void draw_number_axes(Canvas& canvas, const NumberAxis& x, const NumberAxis& y, const base::Rect& plot);

/// Where y is so many times x: straight where both axes are of one kind, else by short pieces.
void draw_ratios(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                 const base::Rect& plot);
/// Bands under the points; levels with their words, after the points' names.
void draw_scatter_bands(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                        const base::Rect& plot);
void draw_scatter_levels(Canvas& canvas, const doc::Chart& chart, const NumberAxis& x, const NumberAxis& y,
                         const base::Rect& plot);
/// The extent with the levels and bands that lie on that axis.
[[nodiscard]] Interval with_references(const doc::Chart& chart, bool on_x, Interval data);

}  // namespace precis::chart
