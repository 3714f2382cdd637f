// chart/forms/presets.cpp: the table of chart types.
// Stage: doc::Chart -> PRESET -> canvas.
#include "chart/forms/presets.h"

#include <iterator>

namespace precis::chart {
namespace {
constexpr PresetEntry kPresets[] = {
    {"bar", draw_bars, true},
    {"column", draw_columns, true},
    {"line", draw_lines, false},
    {"area", draw_lines, true},
    {"step", draw_lines, false},
    {"dot", draw_dots, false},
    {"lollipop", draw_dots, true},
    {"dumbbell", draw_dots, false},
    {"timeline", draw_timeline, false},
    {"heatmap", draw_heatmap, false},
    {"scatter", draw_scatter, false},
    {"bubble", draw_scatter, false},
    {"slope", draw_slope, false},
    {"bump", draw_slope, false},
    {"waterfall", draw_waterfall, true},
    {"donut", draw_donut, true},
    {"pie", draw_donut, true},
    {"waffle", draw_waffle, true},
    {"funnel", draw_funnel, true},
    {"bullet", draw_bullets, true},
    {"marimekko", draw_marimekko, true},
    {"gantt", draw_gantt, false},
    {"box", draw_distribution, false},
    {"strip", draw_distribution, false},
    {"histogram", draw_histogram, true},
    {"calendar", draw_calendar, false},
};
}  // namespace

const PresetEntry* preset(std::string_view type) {
    for (const auto& entry : kPresets)
        if (entry.type == type) return &entry;
    return nullptr;
}

std::vector<std::string> preset_names() {
    std::vector<std::string> names;
    for (const auto& entry : kPresets) names.emplace_back(entry.type);
    return names;
}

}  // namespace precis::chart
