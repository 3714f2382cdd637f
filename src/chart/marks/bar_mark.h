// chart/marks/bar_mark.h: one bar or column from plain numbers, with the look of its status, an open end, a whisker.
//
// Stage: places -> BAR MARK -> canvas. Main header of the sub-room: a mark is drawn from coordinates alone, the forms
// have mapped the data before. line_mark.h draws lines, stack.h stacked columns, variance.h differences, trend.h
// fitted lines.
// In: a place along and across the bar (along is x for level bars, y for upright ones), a Look and a colour.
// Out: items in the canvas's layers `marks` and `rims`. Nothing is measured or labelled here; callers take() the place.
// Units: points, y down; so an upright bar of a positive value has end < base.
// Errors: none; a bar without length and without an open end is not drawn.
// Source: statuses and open ends after docs/design/looks.md#notation.
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

/// The length that an open end adds beyond `end`: its point and two chevrons.
constexpr double kPoint = 4.5, kOpenEnd = kPoint + 7.2;

/// An interval over a bar: a thin line from `low` to `high`, with feet `foot` wide at both ends.
void draw_whisker(Canvas& canvas, Lie lie, double low, double high, double middle, double foot);
/// `color`: of the chevrons behind an open end.
void draw_bar(Canvas& canvas, const BarMark& mark, const Look& look, const base::Color& color);

}  // namespace precis::chart
