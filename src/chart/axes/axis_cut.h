// chart/axes/axis_cut.h: a value axis that leaves out a stretch, and the zigzag that shows where.
// Stage: doc::Chart -> AXIS CUT -> scales, canvas.
#pragma once
#include "chart/marks/bar_mark.h"
#include "chart/scales/scale.h"

namespace precis::chart {

/// What lies between the ends of `interval` is not drawn; it takes `gap` points of the axis.
struct AxisCut {
    Interval interval{0, 0};
    double gap = 0;

    bool is_cut() const { return interval.hi > interval.lo; }
    double length() const { return interval.hi - interval.lo; }
    /// The number on a scale without the stretch.
    double drawn(double number) const {
        return number <= interval.lo ? number : std::max(number - length(), interval.lo);
    }
    ValueScale applied(ValueScale scale) const {
        if (!is_cut()) return scale;
        scale.cut = interval;
        scale.gap = gap;
        return scale;
    }
};
/// The chart's, or none.
[[nodiscard]] AxisCut axis_cut(const Canvas& canvas, const doc::Chart& chart);
/// Round numbers on both sides of the cut, the last at or over the data.
[[nodiscard]] Ticks cut_ticks(const AxisCut& cut, Interval data, int wanted);
/// The zigzag over marks, across the axis from `begin` to `end`; words keep off it.
void draw_break(Canvas& canvas, Lie lie, const ValueScale& scale, double begin, double end);

}  // namespace precis::chart
