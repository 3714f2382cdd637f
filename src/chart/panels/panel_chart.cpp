// chart/panels/panel_chart.cpp: which rows and series stand in a panel.
// Stage: doc::Chart with facets -> PANEL CHART -> small charts.
#include <algorithm>

#include "chart/canvas/numbers.h"
#include "chart/panels/small_charts.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

bool one_of(std::string_view type, std::initializer_list<std::string_view> types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

bool has_several(const doc::Chart& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(), [](const auto& one) { return !one.panel.empty(); });
}

/// The rows that `keep` names, with all that pairs with them.
doc::Chart with_rows(const doc::Chart& chart, const std::vector<std::size_t>& keep) {
    const std::size_t n = chart.categories.size();
    doc::Chart made = chart;
    const auto filter = [&](auto& list) {
        if (list.size() != n) return;
        auto kept = list;
        kept.clear();
        for (const auto i : keep) kept.push_back(list[i]);
        list = std::move(kept);
    };
    filter(made.categories);
    filter(made.category_keys);
    filter(made.category_details);
    filter(made.periods);
    filter(made.category_highlighted);
    filter(made.category_total);
    for (auto& series : made.series) {
        filter(series.values);
        filter(series.low);
        filter(series.high);
    }
    for (auto& channel : made.extra) filter(channel.values);
    return made;
}

/// Each of the panel's points before those of the others.
doc::Chart before_the_others(doc::Chart chart, const std::string& name, bool named_by_author) {
    for (auto& series : chart.series) {
        const bool own = panel_of(series) == name;
        series.highlighted = own;
        series.voice = own ? (named_by_author ? 1 : 2) : 0;  // the accent is for the one that the author names
    }
    chart.legend = "none";
    if (chart.labels == "auto") chart.labels = "none";
    return chart;
}

}  // namespace

Panels panels_of(std::string_view type) {
    if (one_of(type, {"pie", "donut", "waffle", "marimekko"})) return Panels::wholes;
    return type == "timeline" ? Panels::none : Panels::shared;
}

bool has_own_panels(const doc::Chart& chart) {
    return one_of(chart.type, {"line", "area", "step", "column"}) && !has_several(chart) &&
           channel_of(chart, "line") == nullptr;
}

std::vector<std::string> panel_names(const doc::Chart& chart) {
    std::vector<std::string> names;
    for (const auto& series : chart.series)
        if (std::find(names.begin(), names.end(), panel_of(series)) == names.end()) names.push_back(panel_of(series));
    return names;
}

doc::Chart panel_chart(const doc::Chart& chart, const std::string& name) {
    doc::Chart own = chart;
    own.facets.reset();
    own.value_label.clear();
    const bool several = has_several(chart), shared = !chart.facets->free_scales;
    if (one_of(chart.type, {"scatter", "bubble"}) && shared && !several) {
        const bool loud = std::any_of(chart.series.begin(), chart.series.end(),
                                      [&](const auto& one) { return one.name == name && one.highlighted; });
        return before_the_others(std::move(own), name, loud);
    }
    std::vector<doc::Chart::Series> series;
    for (const auto& one : chart.series) {
        if (panel_of(one) != name) continue;
        series.push_back(one);
        series.back().panel.clear();
        if (!several) series.back().name.clear();
    }
    own.series = std::move(series);
    // The names of series stand over all panels, but where they are what the form shows at its ends or rows.
    if (several && !one_of(chart.type, {"slope", "bump", "heatmap", "dumbbell"})) own.legend = "none";
    // Forms with a place for each category have it in every panel; others only show what they have.
    const bool all = shared && one_of(chart.type, {"bar", "lollipop", "dot", "dumbbell", "column", "line", "area",
                                                   "step", "slope", "bump", "heatmap", "calendar"});
    std::vector<std::size_t> keep;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const bool there = std::any_of(own.series.begin(), own.series.end(), [&](const auto& one) {
            return c < one.values.size() && !is_absent(one.values[c]);
        });
        if (all || there) keep.push_back(c);
    }
    return with_rows(own, keep);
}

}  // namespace precis::chart
