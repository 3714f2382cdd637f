// chart/axes/axis_cut.h: a value axis that leaves out an interval (`break:`), and the zigzag that marks the place.
// Stage: doc::Chart -> AXIS CUT -> scales, canvas. checks/check.cpp refuses cuts that hold data.
#pragma once
#include "chart/marks/bar_mark.h"
#include "chart/scales/scale.h"

namespace precis::chart {

/// The interval that is left out, and the points that it takes on the axis. The default is no cut.
struct AxisCut {
    Interval interval{0, 0};  // data units
    double gap = 0;           // points

    bool is_cut() const { return interval.hi > interval.lo; }
    double length() const { return interval.hi - interval.lo; }
    /// The number on a scale from which the interval is removed.
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
/// The cut that the chart asks for, or none.
[[nodiscard]] AxisCut axis_cut(const Canvas& canvas, const doc::Chart& chart);
/// Ticks with one step below and above the cut, the last one at or over the data; none inside the cut. `own`: the step.
[[nodiscard]] Ticks cut_ticks(const AxisCut& cut, Interval data, int wanted, std::optional<double> own = {});
/// The zigzag over the marks, across the axis from `begin` to `end`; takes its place, so that words keep off it.
void draw_break(Canvas& canvas, Lie lie, const ValueScale& scale, double begin, double end);

}  // namespace precis::chart
