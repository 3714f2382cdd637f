// chart/forms/forms.h: a function for each chart form that draws it. What rooms know of forms is in vocabulary/form.h.
//
// A form's function draw_NAME lives in forms/NAME.cpp; related types share one (line, area and step are draw_lines).
// A new form is a file of its own, a declaration here, a case in forms.cpp and a sample in tests/unit/chart/samples.h.
// Stage: checked doc::Chart -> FORM -> canvas. Main header of the sub-room. The other headers hold what a form
// computes before it draws (histogram.h, waterfall.h, slope.h, calendar.h, shares.h), or what two forms share.
// In: a chart that check() has accepted and squared() has made square: every series is as long as the categories and
// all numbers are finite. Out: items and labels on the canvas.
// Units: points, y down, from the chart's top left. A form returns the height that it took.
// Errors: none of its own but chart_not_available of a sankey or of dots without room; labels without room are dropped
// on the canvas. waterfall warns of parts_do_not_sum, map of outside_map. Cost: linear in the values, unless the file
// says otherwise.
#pragma once
#include <optional>

#include "chart/canvas/canvas.h"

namespace precis::chart {

/// The room that a form draws into.
struct Frame {
    double width = 0;
    std::optional<double> wish;  // height that the author asks for
    double usual = 165;          // height from the layout

    /// The author's height if it differs from the usual one: forms whose rows make their height follow no other.
    std::optional<double> asked() const {
        return wish && (*wish < usual - 0.5 || *wish > usual + 0.5) ? wish : std::nullopt;
    }
};
/// Draws a checked chart; returns the height that it took.
using DrawForm = double (*)(Canvas&, const doc::Chart&, const Frame&);

double draw_bars(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_columns(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_dot_columns(Canvas& canvas, const doc::Chart& chart, const Frame& frame);  // columns with `dots:`
double draw_lines(Canvas& canvas, const doc::Chart& chart, const Frame& frame);        // line, area, step
double draw_dots(Canvas& canvas, const doc::Chart& chart, const Frame& frame);         // dot, lollipop, dumbbell
double draw_heatmap(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_scatter(Canvas& canvas, const doc::Chart& chart, const Frame& frame);  // scatter, bubble
double draw_slope(Canvas& canvas, const doc::Chart& chart, const Frame& frame);    // slope, bump
double draw_waterfall(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_marimekko(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_donut(Canvas& canvas, const doc::Chart& chart, const Frame& frame);  // donut, pie
double draw_waffle(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_funnel(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_bullets(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_gantt(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_distribution(Canvas& canvas, const doc::Chart& chart, const Frame& frame);  // box, strip
double draw_histogram(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_calendar(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_sankey(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_map(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_timeline(Canvas& canvas, const doc::Chart& chart, const Frame& frame);

/// The function of a form; nullptr for those of a later version.
[[nodiscard]] DrawForm drawing_of(vocabulary::Form form);

}  // namespace precis::chart
