// chart/axes/time_frame.h: the frame around the events of a timeline: its years, today, and the axis of quarters.
// Stage: doc::Chart -> TIME FRAME -> canvas. `x` maps days since 1970-01-01 to points, `axis` is the y of the axis
// line.
#pragma once
#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"
#include "chart/scales/slots.h"

namespace precis::chart {

/// The calendar years that hold all periods: `first` … `last` − 1.
struct Years {
    int first = 0, last = 0;
    double begin(int year) const { return day_number({year, 1, 1}); }  // days since 1970-01-01
};
[[nodiscard]] Years years_of(const doc::Chart& chart);

/// Names of the years over the plot; of several years, the one with the briefing's date is on the light ground.
void draw_years(Canvas& canvas, const doc::Chart& chart, const Years& years, const ValueScale& x, double axis);
/// The dashed line of the briefing's date, the date above it.
void draw_today(Canvas& canvas, const doc::Period& day, const ValueScale& x, double axis);
/// The axis line with ticks; up to three years also have months and quarters.
void draw_time_axis(Canvas& canvas, const Years& years, const ValueScale& x, double axis);

}  // namespace precis::chart
