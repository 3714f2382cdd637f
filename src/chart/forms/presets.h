// chart/forms/presets.h: one function a chart type: from checked data to marks, guides and labels on a canvas.
// Stage: doc::Chart -> PRESET -> canvas. A new type is a file of its own and a row in presets.cpp.
#pragma once
#include <optional>
#include <string_view>

#include "chart/canvas/canvas.h"

namespace precis::chart {

/// What a preset draws into; it says how much height it took.
struct Frame {
    double width = 0;
    std::optional<double> wish;  // of the author
    double usual = 165;          // the layout's

    /// A wish for another height than the usual: forms whose rows make their height follow no other.
    std::optional<double> asked() const {
        return wish && (*wish < usual - 0.5 || *wish > usual + 0.5) ? wish : std::nullopt;
    }
};
/// Draws the checked chart; gives the height that it took.
using Preset = double (*)(Canvas&, const doc::Chart&, const Frame&);

double draw_bars(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_columns(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_lines(Canvas& canvas, const doc::Chart& chart, const Frame& frame);  // also area
double draw_dots(Canvas& canvas, const doc::Chart& chart, const Frame& frame);   // also dumbbell and lollipop
double draw_heatmap(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_scatter(Canvas& canvas, const doc::Chart& chart, const Frame& frame);  // also bubble
double draw_slope(Canvas& canvas, const doc::Chart& chart, const Frame& frame);    // also bump
double draw_waterfall(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_marimekko(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_donut(Canvas& canvas, const doc::Chart& chart, const Frame& frame);  // also pie
double draw_waffle(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_funnel(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_bullets(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_gantt(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_distribution(Canvas& canvas, const doc::Chart& chart, const Frame& frame);  // box, strip
double draw_histogram(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_calendar(Canvas& canvas, const doc::Chart& chart, const Frame& frame);
double draw_timeline(Canvas& canvas, const doc::Chart& chart, const Frame& frame);

struct PresetEntry {
    std::string_view type;
    Preset draw;
    bool from_zero;  // its marks are lengths: they begin at zero, so a log scale has no place
};
[[nodiscard]] const PresetEntry* preset(std::string_view type);
/// All types there are, for messages.
[[nodiscard]] std::vector<std::string> preset_names();

}  // namespace precis::chart
