// chart/forms/forms.cpp: the table of chart types.
// Stage: doc::Chart -> FORM -> canvas.
#include "chart/forms/forms.h"

namespace precis::chart {
namespace {
constexpr Form kForms[] = {
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

const Form* form_of_type(std::string_view type) {
    for (const auto& form : kForms)
        if (form.type == type) return &form;
    return nullptr;
}

std::vector<std::string> form_types() {
    std::vector<std::string> types;
    for (const auto& form : kForms) types.emplace_back(form.type);
    return types;
}

}  // namespace precis::chart
