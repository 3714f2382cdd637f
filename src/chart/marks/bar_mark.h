// chart/marks/bar_mark.h: one bar or column from plain numbers, with its status and its open end.
// Stage: places -> BAR MARK -> canvas.
#pragma once
#include "chart/canvas/canvas.h"

namespace precis::chart {

enum class Lie { level, upright };  // a bar grows along x, a column along y

struct BarMark {
    Lie lie = Lie::level;
    double base = 0, end = 0;     // along
    double begin = 0, depth = 0;  // across
    bool open_ended = false;      // "more than": a point and two fading chevrons
};

/// What the open end adds beyond `end`.
constexpr double kPoint = 4.5, kOpenEnd = kPoint + 7.2;

/// An interval over a bar: a thin line with feet at both ends.
void draw_whisker(Canvas& canvas, Lie lie, double low, double high, double middle, double foot);
void draw_bar(Canvas& canvas, const BarMark& mark, const Look& look, const base::Color& color);

}  // namespace precis::chart
