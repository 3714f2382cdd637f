// chart/panels/panel_chart.cpp: picks the series and rows of a panel.
// Stage: doc::Chart with facets -> PANEL CHART -> small charts.
#include "chart/panels/panel_chart.h"

#include <algorithm>

#include "chart/canvas/numbers.h"
#include "chart/scales/lookup.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

/// Whether panels hold several series each: the series then name their panel.
bool has_several(const doc::Chart& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(),
                       [](const auto& series) { return !series.panel.empty(); });
}

/// The chart with the rows `keep` only, in all lists that pair with the categories.
doc::Chart with_rows(const doc::Chart& chart, const std::vector<std::size_t>& keep) {
    const std::size_t n = chart.categories.size();
    doc::Chart picked = chart;
    const auto filter = [&](auto& list) {
        if (list.size() != n) return;
        auto kept = list;
        kept.clear();
        for (const auto i : keep) kept.push_back(list[i]);
        list = std::move(kept);
    };
    filter(picked.categories);
    filter(picked.category_keys);
    filter(picked.category_details);
    filter(picked.periods);
    filter(picked.category_highlighted);
    filter(picked.category_total);
    for (auto& series : picked.series) {
        filter(series.values);
        filter(series.low);
        filter(series.high);
    }
    for (auto& channel : picked.extra) filter(channel.values);
    return picked;
}

/// The chart of all points with those of the panel highlighted: in the accent if the author highlights the panel, else
/// in the data's colour.
doc::Chart with_own_points_loud(doc::Chart chart, const std::string& name, bool named_by_author) {
    for (auto& series : chart.series) {
        const bool own = panel_of(series) == name;
        series.highlighted = own;
        series.voice = own ? (named_by_author ? 1 : 2) : 0;
    }
    chart.legend = vocabulary::Legend::none;
    if (chart.labels == vocabulary::Labels::automatic) chart.labels = vocabulary::Labels::none;
    return chart;
}

}  // namespace

bool has_series_panels(const doc::Chart& chart) {
    return row_of(chart.form).series_panels && !has_several(chart) &&
           channel_of(chart, vocabulary::Channel::line) == nullptr;
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
    own.x_axis.title.clear();  // printed once, round all panels
    own.y_axis.title.clear();
    const bool several = has_several(chart), shared = !chart.facets->free_scales;
    if (row_of(chart.form).points && shared && !several) {
        const bool loud = std::any_of(chart.series.begin(), chart.series.end(),
                                      [&](const auto& series) { return series.name == name && series.highlighted; });
        return with_own_points_loud(std::move(own), name, loud);
    }
    own.series.clear();
    for (const auto& series : chart.series) {
        if (panel_of(series) != name) continue;
        own.series.push_back(series);
        own.series.back().panel.clear();
        if (!several) own.series.back().name.clear();
    }
    // One key over all panels names the series, except in forms that name them at line ends or rows.
    if (several && !row_of(chart.form).names_series) own.legend = vocabulary::Legend::none;
    // Forms with a place for each category keep it in every panel; the others keep only rows that have data.
    const bool keeps_all = shared && row_of(chart.form).keeps_rows;
    std::vector<std::size_t> keep;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const bool has_data = std::any_of(own.series.begin(), own.series.end(), [&](const auto& series) {
            return c < series.values.size() && !is_absent(series.values[c]);
        });
        if (keeps_all || has_data) keep.push_back(c);
    }
    return with_rows(own, keep);
}

}  // namespace precis::chart
