// A small chart of each form, with the features that it alone has: statuses, gaps, highlights, intervals.
#pragma once
#include "flows.h"
#include "maps.h"

namespace precis::chart::test {

inline doc::Chart table_of(const std::string& type, const std::vector<std::string>& categories,
                           const std::vector<std::pair<std::string, std::vector<double>>>& series) {
    doc::Chart chart;
    chart.form = form_of(type);
    chart.categories = chart.category_keys = categories;
    for (const auto& [name, numbers] : series) chart.series.push_back(series_of_numbers(name, numbers));
    return chart;
}

inline void add_channel(doc::Chart& chart, const std::string& name, const std::vector<double>& numbers,
                        std::string label = {}) {
    doc::ChannelData channel;
    channel.label = std::move(label);
    channel.is_number = true;
    for (const double number : numbers) channel.values.push_back(value(number));
    chart.extra.push_back(std::move(channel));
    chart.extra_names.push_back(vocabulary::named<vocabulary::Channel>(name).value());
}

inline doc::Chart sample_of(const std::string& type) {
    const std::vector<std::string> years{"2022", "2023", "2024", "2025"};
    if (type == "slope" || type == "bump" || type == "line" || type == "step" || type == "area") {
        auto chart = timed(
            table_of(type, years, {{"North", {10, 14, 21, 30}}, {"South", {25, 22, 24, 20}}, {"West", {5, 6, 4, 9}}}));
        chart.series[0].highlighted = true;
        if (type == "area") chart.stack = vocabulary::Stack::total;
        return chart;
    }
    if (type == "waterfall") {
        auto chart = chart_of(type, {{"2024", 120}, {"Gains", 45}, {"Losses", -30}, {"2025", 135}});
        chart.category_total = {true, false, false, true};
        return chart;
    }
    if (type == "marimekko")
        return table_of(type, {"Small", "Large"}, {{"Base", {20, 90}}, {"Middle", {10, 60}}, {"Top", {5, 70}}});
    if (type == "dumbbell")
        return table_of(type, {"One", "Two", "Three"}, {{"2024", {10, 20, 15}}, {"2025", {18, 12, 15}}});
    if (type == "bullet") {
        auto chart = chart_of(type, {{"One", 80}, {"Two", 45}, {"Three", 114}});
        chart.series[0].high = {value(100), value(100), value(100)};
        chart.category_highlighted = {false, false, true};
        add_channel(chart, "target", {90, 40, 70});
        return chart;
    }
    if (type == "scatter" || type == "bubble") {
        auto chart = chart_of(type, {{"One", 8}, {"Two", 4}, {"Three", 11}, {"Four", 6}});
        add_channel(chart, "x", {3, 5, 9, 14}, "Across");
        add_channel(chart, "size", {100, 400, 50, 900}, "Size");
        chart.category_highlighted = {false, true, false, false};
        return chart;
    }
    if (type == "heatmap")
        return table_of(type, {"Q1", "Q2", "Q3"}, {{"Rows", {1, 5, 9}}, {"Lines", {2, 2, 8}}, {"Bars", {4, 7, 3}}});
    if (type == "calendar")
        return timed(chart_of(type, {{"2025-11", 3}, {"2025-12", 9}, {"2026-01", 14}, {"2026-03", 6}}));
    if (type == "box" || type == "strip") {
        doc::Chart chart = chart_of(type, {});
        for (int i = 0; i < 24; ++i) {
            chart.categories.push_back(i % 2 ? "Odd" : "Even");
            chart.category_keys.push_back(chart.categories.back());
            chart.series[0].values.push_back(value(i * i % 37 + (i == 23 ? 90 : 0)));
        }
        return chart;
    }
    if (type == "histogram") {
        doc::Chart chart = chart_of(type, {});
        for (int i = 0; i < 60; ++i) {
            chart.categories.emplace_back();
            chart.category_keys.push_back(std::to_string(i));
            chart.series[0].values.push_back(value(i * 7 % 31 + i % 5));
        }
        return chart;
    }
    if (type == "gantt" || type == "timeline") {
        doc::Chart chart;
        chart.form = form_of(type);
        chart.category_keys = {"2024-01-10/2024-09-30", "2024-05-02", "2024-06-01/2025-03-31", "2025-10-01/2026-06-30"};
        chart.categories = {"Build", "Build", "Test", "Run"};
        chart = timed(chart);
        chart.category_details = {"", "", "", ""};
        auto& series = chart.series.emplace_back();
        for (int i = 0; i < 4; ++i)
            series.values.push_back(value(1, i == 3 ? data::Status::plan : data::Status::actual));
        return chart;
    }
    if (type == "map") {
        auto chart = map_of_regions(districts(), {{0, 12}, {1, 30}, {3, 22}, {4, 41}, {7, 8}});
        chart.category_highlighted = {false, true, false, false, false};
        return chart;
    }
    if (type == "sankey")
        return flow_chart({{"Wind", "Grid", 40},
                           {"Sun", "Grid", 25},
                           {"Sun", "Homes", 10},
                           {"Gas", "Heat", 30},
                           {"Grid", "Works", 30},
                           {"Grid", "Homes", 35},
                           {"Heat", "Homes", 22},
                           {"Heat", "Works", 8}});
    if (type == "donut" || type == "pie" || type == "waffle" || type == "funnel") {
        auto chart = chart_of(type, {{"First", 52}, {"Second", 31}, {"Third", 17}});
        if (type != "funnel") chart.category_highlighted = {true, false, false};
        return chart;
    }
    auto chart = timed(chart_of(type, {{"2022", 12}, {"2023", 30}, {"2024", 22}, {"2025", 41}}));
    if (type == "bar" || type == "lollipop" || type == "dot") chart.periods.clear();
    chart.series[0].values.back().status = data::Status::partial;
    chart.category_highlighted = {false, true, false, false};
    return chart;
}

}  // namespace precis::chart::test
