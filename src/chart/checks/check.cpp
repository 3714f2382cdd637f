// chart/checks/check.cpp: refusals before anything is drawn.
// Stage: doc::Chart -> CHECK -> presets.
#include "chart/checks/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/nearest.h"
#include "base/numbers.h"
#include "chart/checks/codes.h"
#include "chart/panels/small_charts.h"
#include "diag/codes.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr double kMost = 1e300;

std::string place_of(const doc::Chart& chart, const doc::Chart::Series& series, std::size_t c) {
    const std::string category = c < chart.categories.size() ? chart.categories[c] : std::to_string(c + 1);
    return series.name.empty() ? "“" + category + "”" : "“" + category + "” of “" + series.name + "”";
}

bool one_of(std::string_view type, std::initializer_list<std::string_view> types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_of_points(const doc::Chart& chart) {
    return chart.type == "scatter" || chart.type == "bubble";
}

/// The channels of points: x across, size by area.
void check_points(const doc::Chart& chart, diag::Span where, diag::Diagnostics& found) {
    const bool sized = chart.type == "bubble";
    for (const char* name : {"x", "size"}) {
        const auto* channel = channel_of(chart, name);
        const bool size = std::string_view(name) == "size";
        if (channel == nullptr && (!size || sized))
            found.push_back(diag::error(diag::code::channel_missing, where,
                                        fmt::format("a {} chart needs `{}:`, a column of numbers", chart.type, name),
                                        fmt::format("add `{}:` with the column's name", name)));
        for (std::size_t i = 0; channel != nullptr && i < channel->values.size(); ++i) {
            const auto& number = channel->values[i].number;
            if (!number) continue;
            const std::string row = i < chart.categories.size() && !chart.categories[i].empty()
                                        ? "“" + chart.categories[i] + "”"
                                        : fmt::format("row {}", i + 1);
            if (!std::isfinite(*number) || std::abs(*number) > kMost)
                found.push_back(
                    diag::error(diag::code::bad_axis_domain, where,
                                fmt::format("`{}` of {} is no number that an axis can show", name, row),
                                "values are finite and within ±1e300: correct it in the data or the query"));
            else if (!size && channel->scale == "log" && *number <= 0)
                found.push_back(diag::error(code::log_of_zero, where,
                                            fmt::format("`x` of {} is {}, and a log scale shows only numbers over zero",
                                                        row, base::shortest(*number)),
                                            "leave the row out, or use `scale: linear`"));
            else if (size && sized && *number < 0)
                found.push_back(diag::error(
                    diag::code::bad_value, where,
                    fmt::format("`size` of {} is {}, and no area is below zero", row, base::shortest(*number)),
                    "leave the row out, or map a column of sizes"));
        }
    }
}

/// Channels that are drawn as numbers: words in them would be nothing in the picture.
void check_words(const doc::Chart& chart, diag::Span where, diag::Diagnostics& found) {
    for (const char* name : {"x", "size", "line", "target"}) {
        const auto* channel = channel_of(chart, name);
        if (channel == nullptr || (std::string_view(name) == "x" && !is_of_points(chart))) continue;
        const auto worded = [](const doc::Value& value) {
            return !value.number && !value.text.empty() && value.text != "–";
        };
        const auto first = std::find_if(channel->values.begin(), channel->values.end(), worded);
        const auto has_number = [](const doc::Value& value) { return value.number.has_value(); };
        if (first == channel->values.end() || std::any_of(channel->values.begin(), channel->values.end(), has_number))
            continue;
        found.push_back(diag::error(diag::code::text_on_number_scale, where,
                                    fmt::format("`{}` holds “{}”, where numbers are drawn", name, first->text),
                                    "map a column of numbers, or leave it out"));
    }
}

/// An interval runs upwards.
void check_intervals(const doc::Chart& chart, diag::Span where, diag::Diagnostics& found) {
    for (const auto& series : chart.series) {
        for (std::size_t c = 0; c < std::min(series.low.size(), series.high.size()); ++c) {
            const auto &low = series.low[c].number, &high = series.high[c].number;
            if (!low || !high || !(*low > *high)) continue;
            found.push_back(
                diag::error(diag::code::bad_value, where,
                            fmt::format("the interval of {} begins at {} and ends below it, at {}",
                                        place_of(chart, series, c), base::shortest(*low), base::shortest(*high)),
                            "map the smaller column to `low` and the larger one to `high`"));
        }
    }
}

void check_panels(const doc::Chart& chart, diag::Span where, diag::Diagnostics& found) {
    if (panels_of(chart.type) == Panels::none)
        found.push_back(diag::error(diag::code::chart_not_available, where,
                                    fmt::format("a {} chart can't stand in panels", chart.type),
                                    "use `series:` for lanes, or `chart: gantt` with `facet`"));
}

/// A break leaves out a stretch of the value axis that holds none of the data.
void check_cut(const doc::Chart& chart, diag::Span where, diag::Diagnostics& found) {
    const bool stacked = chart.series.size() > 1 && chart.stack != "none";
    if (stacked || chart.facets || chart.scale != "linear" ||
        !one_of(chart.type, {"bar", "column", "line", "step", "dot", "lollipop"})) {
        found.push_back(diag::error(
            diag::code::bad_axis_domain, where, fmt::format("the axis of this {} chart can't be broken", chart.type),
            "`break:` goes with bar, column, line, step, dot and lollipop charts on a linear scale, without `stack` "
            "and `facet`; leave it out, or use `scale: log` where marks are no lengths"));
        return;
    }
    if (!(chart.cut[0] > 0)) {
        found.push_back(diag::error(diag::code::bad_axis_domain, where,
                                    fmt::format("the break begins at {}", base::shortest(chart.cut[0])),
                                    "a break leaves zero on the axis: begin it above 0"));
        return;
    }
    bool above = false;
    const auto look_at = [&](double number, const std::string& what) {
        above = above || number >= chart.cut[1];
        if (number <= chart.cut[0] || number >= chart.cut[1]) return;
        found.push_back(
            diag::error(diag::code::bad_axis_domain, where,
                        fmt::format("{} is {}, inside the break from {} to {}", what, base::shortest(number),
                                    base::shortest(chart.cut[0]), base::shortest(chart.cut[1])),
                        "end the break below it, or begin it above"));
    };
    for (const auto& series : chart.series)
        for (const auto* list : {&series.values, &series.low, &series.high})
            for (std::size_t c = 0; c < list->size(); ++c)
                if ((*list)[c].number) look_at(*(*list)[c].number, "the value for " + place_of(chart, series, c));
    for (const auto& annotation : chart.annotations)
        if (annotation.kind == doc::Annotation::Kind::line && annotation.number)
            look_at(*annotation.number, "the reference line");
    if (!above)
        found.push_back(
            diag::error(diag::code::bad_axis_domain, where,
                        fmt::format("nothing stands above the break, which ends at {}", base::shortest(chart.cut[1])),
                        "leave out `break:`, or end it below the largest value"));
}

}  // namespace

diag::Diagnostics check(const doc::Chart& chart, diag::Span where) {
    diag::Diagnostics found;
    const PresetEntry* entry = preset(chart.type);
    if (entry == nullptr) {
        const auto names = preset_names();
        const auto near = base::nearest(chart.type, names);
        std::string list;
        for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
        found.push_back(diag::error(diag::code::chart_not_available, where,
                                    fmt::format("charts of type “{}” can't be drawn yet", chart.type),
                                    near ? fmt::format("did you mean “{}”?", *near) : "use one of " + list));
        return found;
    }
    const bool logarithmic = chart.scale == "log";
    if (logarithmic && entry->from_zero)
        found.push_back(
            diag::error(diag::code::bad_value, where,
                        fmt::format("a {} chart begins at zero, which a log scale does not have", chart.type),
                        "leave out `scale: log`, or use `chart: dot` or `chart: line`"));
    if (chart.scale == "sqrt" && entry->from_zero)
        found.push_back(diag::error(
            diag::code::bad_value, where,
            fmt::format("a {} chart compares lengths or areas, which a square-root scale bends", chart.type),
            "leave out `scale: sqrt`, or use `chart: dot` or `chart: line`"));
    const bool whole = one_of(chart.type, {"donut", "pie", "waffle", "marimekko", "funnel"});
    const bool parts = whole || (chart.series.size() > 1 &&
                                 (chart.stack == "percent" || (chart.stack == "total" && chart.type == "area")));
    for (const auto& series : chart.series) {
        for (const auto* list : {&series.values, &series.low, &series.high}) {
            for (std::size_t c = 0; c < list->size(); ++c) {
                const auto& number = (*list)[c].number;
                if (!number) continue;
                if (!std::isfinite(*number) || std::abs(*number) > kMost)
                    found.push_back(diag::error(
                        diag::code::bad_axis_domain, where,
                        fmt::format("the value for {} is no number that an axis can show", place_of(chart, series, c)),
                        "values are finite and within ±1e300: correct it in the data or the query"));
                else if (logarithmic && !entry->from_zero && *number <= 0)
                    found.push_back(
                        diag::error(code::log_of_zero, where,
                                    fmt::format("the value for {} is {}, and a log scale shows only numbers over zero",
                                                place_of(chart, series, c), base::shortest(*number)),
                                    "leave the row out, or use `scale: linear`"));
                else if (parts && *number < 0)
                    found.push_back(diag::error(
                        code::negative_part, where,
                        fmt::format("the part for {} is {}, below zero", place_of(chart, series, c),
                                    base::shortest(*number)),
                        whole ? "parts of a whole can't be negative: use `chart: bar` or `chart: waterfall`"
                              : "parts of a whole can't be negative: use `stack: diverging` or `stack: none`"));
            }
        }
    }
    if (is_of_points(chart)) check_points(chart, where, found);
    check_words(chart, where, found);
    check_intervals(chart, where, found);
    if (!chart.cut.empty()) check_cut(chart, where, found);
    if (chart.facets) check_panels(chart, where, found);
    check_annotations(chart, where, found);
    for (const auto& annotation : chart.annotations)
        if (annotation.number && !(std::abs(*annotation.number) <= kMost))
            found.push_back(diag::error(diag::code::bad_axis_domain, where,
                                        "a reference line's value is no number that an axis can show",
                                        "values are finite and within ±1e300"));
    for (std::size_t c = 0; c < chart.periods.size(); ++c) {
        const auto& period = chart.periods[c];
        if (!(std::abs(period.begin_day) < 1e7 && std::abs(period.end_day) < 1e7))
            found.push_back(diag::error(diag::code::bad_axis_domain, where,
                                        "a date is beyond what a time axis can show",
                                        "dates lie between the years 0 and 9999"));
        else if (period.end_day <= period.begin_day)
            found.push_back(diag::error(diag::code::bad_value, where,
                                        fmt::format("“{}” ends before it begins",
                                                    c < chart.categories.size() ? chart.categories[c] : std::string()),
                                        "write the earlier date first, as in 2026-03-01/2026-05-01"));
    }
    return found;
}

bool is_square(const doc::Chart& chart) {
    const std::size_t n = chart.categories.size();
    const auto fits = [n](const auto& list) { return list.empty() || list.size() == n; };
    return std::all_of(chart.series.begin(), chart.series.end(),
                       [&](const auto& one) { return one.values.size() == n && fits(one.low) && fits(one.high); }) &&
           fits(chart.periods) && chart.type != "marimekko";
}

doc::Chart squared(doc::Chart chart) {
    const std::size_t n = chart.categories.size();
    for (auto& series : chart.series) {
        series.values.resize(n);
        if (!series.low.empty()) series.low.resize(n);
        if (!series.high.empty()) series.high.resize(n);
    }
    if (chart.periods.size() != n) chart.periods.clear();
    if (chart.type == "marimekko") chart.stack = "percent";
    return chart;
}

bool has_data(const doc::Chart& chart) {
    if (chart.type == "timeline" || chart.type == "gantt") return !chart.periods.empty();
    if (is_of_points(chart)) {
        const auto *xs = channel_of(chart, "x"), *sizes = channel_of(chart, "size");
        for (const auto& series : chart.series)
            for (std::size_t c = 0; c < series.values.size(); ++c)
                if (series.values[c].number && number_at(xs, c) && (chart.type == "scatter" || number_at(sizes, c)))
                    return true;
        return false;
    }
    // A row without a number is a dash in its row; a histogram and a calendar have no place for one.
    const bool rows = chart.type != "histogram" && chart.type != "calendar";
    return std::any_of(chart.series.begin(), chart.series.end(), [&](const auto& series) {
        return std::any_of(series.values.begin(), series.values.end(), [&](const auto& value) {
            return value.number.has_value() || (rows && !value.category.empty());
        });
    });
}

}  // namespace precis::chart
