// chart/axes/time_frame.h: what stands around the events of a timeline: its years, today, and the axis of quarters.
// Stage: doc::Chart -> TIME FRAME -> canvas.
#pragma once
#include "chart/canvas/canvas.h"
#include "chart/scales/scale.h"
#include "chart/scales/slots.h"

namespace precis::chart {

/// Whole years around all periods.
struct Years {
    int first = 0, last = 0;                                           // last exclusive
    double begin(int year) const { return day_number({year, 1, 1}); }  // days since 1970-01-01
};
[[nodiscard]] Years years_of(const doc::Chart& chart);

/// Their names over the plot; the one that holds the briefing's day on sand.
void draw_years(Canvas& canvas, const doc::Chart& chart, const Years& years, const ValueScale& x, double axis);
void draw_today(Canvas& canvas, const doc::Period& day, const ValueScale& x, double axis);
void draw_time_axis(Canvas& canvas, const Years& years, const ValueScale& x, double y);

}  // namespace precis::chart
