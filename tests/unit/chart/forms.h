// Every form that a chart can take: each type alone, then with stacks, panels, breaks, intervals and annotations.
#pragma once
#include <algorithm>

#include "samples.h"

namespace precis::chart::test {

struct SampleForm {
    std::string name;
    doc::Chart chart;
};

inline void add_line(doc::Chart& chart, const std::vector<double>& numbers) {
    add_channel(chart, "line", numbers, "Mean");
}

inline void add_interval(doc::Chart& chart, double below, double above) {
    for (auto& series : chart.series) {
        for (const auto& estimate : series.values) {
            series.low.push_back(value(*estimate.number - below));
            series.high.push_back(value(*estimate.number + above));
        }
    }
}

inline doc::Chart several(const std::string& type, const std::string& stack = "none") {
    auto chart = table_of(type, {"2023", "2024", "2025"},
                          {{"Code", {30, 36, 52}}, {"Text", {20, 18, 25}}, {"Rest", {10, 16, 8}}});
    if (type != "bar") chart = timed(std::move(chart));
    chart.stack = stack_of(stack);
    chart.series[0].highlighted = true;
    return chart;
}

inline doc::Chart answers(const std::string& type) {
    auto chart = table_of(type, {"First", "Second"},
                          {{"No", {10, 25}}, {"Rather no", {20, 15}}, {"Rather yes", {30, 40}}, {"Yes", {40, 20}}});
    chart.stack = vocabulary::Stack::diverging;
    return chart;
}

inline doc::Chart broken(const std::string& type) {
    auto chart = type == "line" || type == "step"
                     ? timed(table_of(type, {"2022", "2023", "2024", "2025"}, {{"", {10, 20, 35, 900}}}))
                     : chart_of(type, {{"a", 10}, {"b", 20}, {"c", 35}, {"d", 900}});
    chart.cut = {40, 880};
    return chart;
}

inline doc::Chart panelled(const std::string& type) {
    auto chart = several(type);
    chart.facets.emplace();
    return chart;
}

inline std::vector<SampleForm> variants() {
    using Kind = doc::Annotation::Kind;
    std::vector<SampleForm> forms;
    const auto add = [&](std::string name, doc::Chart chart) { forms.push_back({std::move(name), std::move(chart)}); };
    for (const char* type : {"bar", "column"}) {
        const std::string of = type;
        add("grouped-" + of, several(type));
        add("stacked-" + of, several(type, "total"));
        add("percent-" + of, several(type, "percent"));
        add("diverging-" + of, answers(type));
    }
    add("stacked-area", several("area", "total"));
    add("percent-area", several("area", "percent"));
    add("stream", several("area", "stream"));
    for (const char* type : {"bar", "column", "line", "step", "dot", "lollipop"})
        add(std::string("broken-") + type, broken(type));
    for (const char* type : {"line", "area", "step", "column", "bar", "dot"})
        add(std::string("panels-") + type, panelled(type));

    auto combined = several("column", "total");
    add_line(combined, {55, 64, 80});
    add("column-and-line", std::move(combined));
    auto means = sample_of("column");
    add_line(means, {15, 22, 26, 30});
    add("column-and-mean", std::move(means));

    for (const char* type : {"bar", "column", "line", "dot"}) {
        auto chart = sample_of(type);
        if (type == std::string("line")) chart.series.resize(1);
        add_interval(chart, 2, 4);
        add(std::string("interval-") + type, std::move(chart));
    }
    auto numbered = sample_of("sankey");
    numbered.labels = vocabulary::Labels::all;
    numbered.highlighted = {"Heat"};
    add("sankey-numbers", std::move(numbered));
    auto places = map_of_points(districts(), {{"First", 7, 46, 90}, {"Second", 10, 50, 40}, {"Third", 14, 53, 12}});
    places.map->view.kind = doc::MapView::Kind::world;
    places.map->insets.push_back({{doc::MapView::Kind::regions, {}, {4}}, "E"});
    add("map-points", std::move(places));
    auto rows = several("column", "total");
    rows.data_row = true;
    rows.totals = true;
    add("data-row", std::move(rows));
    auto annotated = chart_of("column", {{"2022", 12}, {"2023", 30}, {"2024", 22}, {"2025", 41}});
    annotated.annotations = {annotation(Kind::cagr).between("2022", "2025"),
                             annotation(Kind::line).at_value(26).saying("Mean")};
    add("annotated-column", std::move(annotated));
    auto differing = chart_of("column", {{"2024", 30}, {"2025", 41}});
    differing.annotations = {annotation(Kind::difference).between("2024", "2025")};
    add("difference-column", std::move(differing));
    auto events = sample_of("line");
    events.annotations = {annotation(Kind::event).at("2024").saying("Release"),
                          annotation(Kind::band).between("2022", "2023").saying("New rules")};
    add("event-line", std::move(events));
    auto called = sample_of("line");
    called.annotations = {annotation(Kind::callout).at("2024", "North").saying("Where it turned")};
    add("callout-line", std::move(called));
    auto trend = chart_of("scatter", {{"", 2}, {"", 4}, {"", 7}, {"", 8}, {"", 11}});
    add_channel(trend, "x", {1, 2, 3, 4, 5}, "Across");
    trend.annotations = {annotation(Kind::trend)};
    add("trend", std::move(trend));
    auto logarithmic = sample_of("scatter");
    logarithmic.scale = logarithmic.extra[0].scale = vocabulary::Scale::log;
    add("log-scatter", std::move(logarithmic));
    auto roots = sample_of("dot");
    roots.scale = vocabulary::Scale::sqrt;
    add("sqrt-dot", std::move(roots));
    return forms;
}

/// All types in the order of the table of forms, then their variants.
inline std::vector<SampleForm> all_forms() {
    std::vector<SampleForm> forms;
    for (const auto& type : form_types()) forms.push_back({type, sample_of(type)});
    auto more = variants();
    std::move(more.begin(), more.end(), std::back_inserter(forms));
    return forms;
}

/// The smallest chart there is, a chart in a column, and one across the page.
inline const std::vector<std::pair<double, double>>& three_sizes() {
    static const std::vector<std::pair<double, double>> sizes{{120, 80}, {252, 140}, {510, 260}};
    return sizes;
}

}  // namespace precis::chart::test
