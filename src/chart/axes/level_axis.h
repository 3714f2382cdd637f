// chart/axes/level_axis.h: the value axis of lying charts: upright gridlines, their words beneath.
// Stage: data extent -> LEVEL AXIS -> canvas.
#pragma once
#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"

namespace precis::chart {

/// Height of the words beneath, in units of the canvas.
constexpr double kLevelFoot = 13;

struct LevelAxis {
    ValueScale scale;
    std::vector<double> ticks;
    std::vector<Label> words;  // pairs with ticks
};

/// Round ticks that enclose `data` between `left` and `right`; the last word has the unit.
[[nodiscard]] LevelAxis level_axis(Canvas& canvas, const doc::AxisFormat& format, Interval data, bool logarithmic,
                                   double left, double right);
/// Gridlines from `top` to `bottom`, zero in ink; words under `bottom`, those that would meet left out.
void draw_level_axis(Canvas& canvas, const LevelAxis& axis, double top, double bottom);

}  // namespace precis::chart
