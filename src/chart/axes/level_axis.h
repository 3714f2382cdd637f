// chart/axes/level_axis.h: the value axis of charts whose values run along x: upright gridlines with words beneath.
// Stage: data extent -> LEVEL AXIS -> canvas. put_tick_word() also serves axes of time, bins and points.
// Units: data units for values, points for places.
#pragma once
#include "chart/axes/axis_cut.h"
#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

/// Height of the words under the plot and their baseline under it, in units of the canvas.
constexpr double kLevelFoot = 13, kLevelDrop = 10.5, kLevelRise = 4;

struct LevelAxisWish {
    Interval data;
    double left = 0, right = 0;
    bool logarithmic = false, rooted = false;
    AxisCut cut = {};
    const doc::AxisWish* asked = nullptr;  // by the author
    bool shortens = true;                  // prints numbers from a million on in short: 2.5m
};
struct LevelAxis {
    ValueScale scale;
    std::vector<double> ticks;
    std::vector<Label> words;  // pairs with ticks
    double word_air = 2;       // least space between two words
    bool over = false;         // the words lie over the plot
};

/// Round ticks that enclose the data, on a scale between `left` and `right`; the last word has the unit.
[[nodiscard]] LevelAxis level_axis(Canvas& canvas, const doc::AxisFormat& format, const LevelAxisWish& wish);
/// Gridlines from `top` to `bottom`, zero in ink; words under `bottom`, except those that would meet others.
/// The ticks inside `shown` on a scale that the marks have settled already.
[[nodiscard]] LevelAxis level_axis_on(Canvas& canvas, const doc::AxisFormat& format, const ValueScale& scale,
                                      Interval shown, const doc::AxisWish& asked);
void draw_level_axis(Canvas& canvas, const LevelAxis& axis, double top, double bottom);
/// Prints a tick's word, centred and kept inside the canvas. Leaves it out if anything lies within `air` beside it, or
/// if another panel prints the words beneath.
void put_tick_word(Canvas& canvas, const Label& word, base::Point baseline, double air);

}  // namespace precis::chart
