// chart/checks/check.cpp: one function for each group of refusals: values, points, words, intervals, cuts, dates.
// Stage: doc::Chart -> CHECK -> forms.
#include "chart/checks/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "base/phrases.h"
#include "chart/checks/check_annotations.h"
#include "chart/checks/check_flows.h"
#include "chart/checks/codes.h"
#include "chart/panels/panel_chart.h"
#include "chart/scales/lookup.h"
#include "diag/codes.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr double kMost = 1e300;    // of values; sums and differences of two stay finite
constexpr double kMostDays = 1e7;  // of dates, from 1970

/// “June” of “North”: where a value is, for messages.
std::string place_of(const doc::Chart& chart, const doc::Chart::Series& series, std::size_t c) {
    const std::string category = c < chart.categories.size() ? chart.categories[c] : std::to_string(c + 1);
    return series.name.empty() ? "“" + category + "”" : "“" + category + "” of “" + series.name + "”";
}

bool is_in_range(double number) {
    return std::isfinite(number) && std::abs(number) <= kMost;
}

/// The channels of points: `x` needs numbers within range and, on a log scale, over zero; `size` needs none below zero.
void check_points(const doc::Chart& chart, diag::Span where, diag::Diagnostics& diagnostics) {
    const bool sized = chart.form == vocabulary::Form::bubble;
    for (const auto wanted : {vocabulary::Channel::x, vocabulary::Channel::size}) {
        const auto* channel = channel_of(chart, wanted);
        const auto name = name_of(wanted);
        const bool size = wanted == vocabulary::Channel::size;
        if (channel == nullptr && (!size || sized))
            diagnostics.push_back(
                diag::error(diag::code::channel_missing, where,
                            fmt::format("a {} chart needs `{}:`, a column of numbers", name_of(chart.form), name),
                            fmt::format("add `{}:` with the column's name", name)));
        for (std::size_t i = 0; channel != nullptr && i < channel->values.size(); ++i) {
            const auto& number = channel->values[i].number;
            if (!number) continue;
            const std::string row = i < chart.categories.size() && !chart.categories[i].empty()
                                        ? "“" + chart.categories[i] + "”"
                                        : fmt::format("row {}", i + 1);
            if (!is_in_range(*number))
                diagnostics.push_back(
                    diag::error(diag::code::bad_axis_domain, where,
                                fmt::format("`{}` of {} is not a number that an axis can show", name, row),
                                "values are finite and within ±1e300: correct it in the data or the query"));
            else if (!size && channel->scale == vocabulary::Scale::log && *number <= 0)
                diagnostics.push_back(
                    diag::error(code::log_of_zero, where,
                                fmt::format("`x` of {} is {}, and a log scale shows only numbers over zero", row,
                                            base::shortest(*number)),
                                "leave the row out, or use `scale: linear`"));
            else if (size && sized && *number < 0)
                diagnostics.push_back(diag::error(
                    diag::code::bad_value, where,
                    fmt::format("`size` of {} is {}, and an area can't be below zero", row, base::shortest(*number)),
                    "leave the row out, or map a column of sizes"));
        }
    }
}

/// Channels that are drawn as numbers must hold at least one: a column of words would leave no marks.
void check_words(const doc::Chart& chart, diag::Span where, diag::Diagnostics& diagnostics) {
    using vocabulary::Channel;
    for (const auto wanted : {Channel::x, Channel::size, Channel::color, Channel::line, Channel::target}) {
        const auto* channel = channel_of(chart, wanted);
        if (channel == nullptr || (wanted == Channel::x && !row_of(chart.form).points)) continue;
        const auto worded = [](const doc::Value& value) {
            return !value.number && !value.text.empty() && value.text != "–";
        };
        const auto first = std::find_if(channel->values.begin(), channel->values.end(), worded);
        const auto has_number = [](const doc::Value& value) { return value.number.has_value(); };
        if (first == channel->values.end() || std::any_of(channel->values.begin(), channel->values.end(), has_number))
            continue;
        diagnostics.push_back(
            diag::error(diag::code::text_on_number_scale, where,
                        fmt::format("`{}` holds “{}”, where numbers are drawn", name_of(wanted), first->text),
                        "map a column of numbers, or leave it out"));
    }
}

/// The lower end of an interval must not be over its upper end.
void check_intervals(const doc::Chart& chart, diag::Span where, diag::Diagnostics& diagnostics) {
    for (const auto& series : chart.series) {
        for (std::size_t c = 0; c < std::min(series.low.size(), series.high.size()); ++c) {
            const auto &low = series.low[c].number, &high = series.high[c].number;
            if (!low || !high || !(*low > *high)) continue;
            diagnostics.push_back(
                diag::error(diag::code::bad_value, where,
                            fmt::format("the interval of {} begins at {} and ends below it, at {}",
                                        place_of(chart, series, c), base::shortest(*low), base::shortest(*high)),
                            "map the smaller column to `low` and the larger one to `high`"));
        }
    }
}

void check_panels(const doc::Chart& chart, diag::Span where, diag::Diagnostics& diagnostics) {
    if (row_of(chart.form).panels == vocabulary::Panels::none)
        diagnostics.push_back(diag::error(diag::code::chart_not_available, where,
                                          fmt::format("a {} chart can't be drawn in panels", name_of(chart.form)),
                                          "leave out `facet`, or draw a chart for each"));
}

/// A break must lie above zero, hold no data, have data above it, and belong to a form whose axis can be broken.
void check_cut(const doc::Chart& chart, diag::Span where, diag::Diagnostics& diagnostics) {
    const bool stacked = chart.series.size() > 1 && chart.stack != vocabulary::Stack::none;
    if (stacked || chart.facets || chart.scale != vocabulary::Scale::linear || !row_of(chart.form).breaks) {
        diagnostics.push_back(diag::error(
            diag::code::bad_axis_domain, where,
            fmt::format("the axis of this {} chart can't be broken", name_of(chart.form)),
            fmt::format(
                "`break:` goes with {} charts on a linear scale, without `stack` and `facet`; leave it out, or use "
                "`scale: log` where marks are no lengths",
                base::enumerated(vocabulary::forms_with([](const auto& row) { return row.breaks; })))));
        return;
    }
    if (!(chart.cut[0] > 0)) {
        diagnostics.push_back(diag::error(diag::code::bad_axis_domain, where,
                                          fmt::format("the break begins at {}", base::shortest(chart.cut[0])),
                                          "a break leaves zero on the axis: begin it above 0"));
        return;
    }
    bool above = false;
    const auto check_number = [&](double number, const std::string& name) {
        above = above || number >= chart.cut[1];
        if (number <= chart.cut[0] || number >= chart.cut[1]) return;
        diagnostics.push_back(
            diag::error(diag::code::bad_axis_domain, where,
                        fmt::format("{} is {}, inside the break from {} to {}", name, base::shortest(number),
                                    base::shortest(chart.cut[0]), base::shortest(chart.cut[1])),
                        "end the break below it, or begin it above"));
    };
    for (const auto& series : chart.series)
        for (const auto* list : {&series.values, &series.low, &series.high})
            for (std::size_t c = 0; c < list->size(); ++c)
                if ((*list)[c].number) check_number(*(*list)[c].number, "the value for " + place_of(chart, series, c));
    for (const auto& annotation : chart.annotations)
        if (annotation.kind == doc::Annotation::Kind::line && annotation.number)
            check_number(*annotation.number, "the reference line");
    if (!above)
        diagnostics.push_back(
            diag::error(diag::code::bad_axis_domain, where,
                        fmt::format("no value is above the break, which ends at {}", base::shortest(chart.cut[1])),
                        "leave out `break:`, or end it below the largest value"));
}

/// Lengths and areas from zero go with linear scales only.
void check_scale(const doc::Chart& chart, diag::Span where, diag::Diagnostics& diagnostics) {
    const auto& form = row_of(chart.form);
    if (chart.scale == vocabulary::Scale::log && form.from_zero)
        diagnostics.push_back(
            diag::error(diag::code::bad_value, where,
                        fmt::format("a {} chart begins at zero, which a log scale does not have", form.name),
                        "leave out `scale: log`, or use `chart: dot` or `chart: line`"));
    if (chart.scale == vocabulary::Scale::sqrt && form.from_zero)
        diagnostics.push_back(
            diag::error(diag::code::bad_value, where,
                        fmt::format("a {} chart compares lengths or areas, which a square-root scale bends", form.name),
                        "leave out `scale: sqrt`, or use `chart: dot` or `chart: line`"));
}

/// Values and intervals must be within range, over zero on a log scale, and not negative where they are parts of a
/// whole.
void check_values(const doc::Chart& chart, diag::Span where, diag::Diagnostics& diagnostics) {
    const auto& form = row_of(chart.form);
    const bool logarithmic = chart.scale == vocabulary::Scale::log;
    const bool parts =
        form.positive || (chart.series.size() > 1 &&
                          (chart.stack == vocabulary::Stack::percent ||
                           (chart.stack == vocabulary::Stack::total && chart.form == vocabulary::Form::area)));
    for (const auto& series : chart.series) {
        for (const auto* list : {&series.values, &series.low, &series.high}) {
            for (std::size_t c = 0; c < list->size(); ++c) {
                const auto& number = (*list)[c].number;
                if (!number) continue;
                if (!is_in_range(*number))
                    diagnostics.push_back(
                        diag::error(diag::code::bad_axis_domain, where,
                                    fmt::format("the value for {} is not a number that an axis can show",
                                                place_of(chart, series, c)),
                                    "values are finite and within ±1e300: correct it in the data or the query"));
                else if (logarithmic && !form.from_zero && *number <= 0)
                    diagnostics.push_back(
                        diag::error(code::log_of_zero, where,
                                    fmt::format("the value for {} is {}, and a log scale shows only numbers over zero",
                                                place_of(chart, series, c), base::shortest(*number)),
                                    "leave the row out, or use `scale: linear`"));
                else if (parts && *number < 0)
                    diagnostics.push_back(diag::error(
                        code::negative_part, where,
                        fmt::format("the part for {} is {}, below zero", place_of(chart, series, c),
                                    base::shortest(*number)),
                        form.positive ? "parts of a whole can't be negative: use `chart: bar` or `chart: waterfall`"
                                      : "parts of a whole can't be negative: use `stack: diverging` or `stack: none`"));
            }
        }
    }
}

void check_levels(const doc::Chart& chart, diag::Span where, diag::Diagnostics& diagnostics) {
    for (const auto& annotation : chart.annotations)
        if (annotation.number && !(std::abs(*annotation.number) <= kMost))
            diagnostics.push_back(diag::error(diag::code::bad_axis_domain, where,
                                              "a reference line's value is not a number that an axis can show",
                                              "values are finite and within ±1e300"));
}

void check_dates(const doc::Chart& chart, diag::Span where, diag::Diagnostics& diagnostics) {
    for (std::size_t c = 0; c < chart.periods.size(); ++c) {
        const auto& period = chart.periods[c];
        if (!(std::abs(period.begin_day) < kMostDays && std::abs(period.end_day) < kMostDays))
            diagnostics.push_back(diag::error(diag::code::bad_axis_domain, where,
                                              "a date is beyond what a time axis can show",
                                              "dates lie between the years 0 and 9999"));
        else if (period.end_day <= period.begin_day)
            diagnostics.push_back(
                diag::error(diag::code::bad_value, where,
                            fmt::format("“{}” ends before it begins",
                                        c < chart.categories.size() ? chart.categories[c] : std::string()),
                            "write the earlier date first, as in 2026-03-01/2026-05-01"));
    }
}

}  // namespace

diag::Diagnostics check(const doc::Chart& chart, diag::Span where) {
    diag::Diagnostics diagnostics;
    if (row_of(chart.form).later) {
        diagnostics.push_back(diag::error(diag::code::chart_not_available, where,
                                          fmt::format("this version has no {} charts", name_of(chart.form)),
                                          "use another form"));
        return diagnostics;
    }
    if (row_of(chart.form).geographic && (!chart.map || !chart.map->outline)) {
        diagnostics.push_back(diag::error(diag::code::chart_not_available, where, "this map has no outlines",
                                          "give its rows places, by `region:` or by `x:` and `y:`"));
        return diagnostics;
    }
    check_scale(chart, where, diagnostics);
    check_values(chart, where, diagnostics);
    if (row_of(chart.form).points) check_points(chart, where, diagnostics);
    if (row_of(chart.form).flows) check_flows(chart, where, diagnostics);
    check_words(chart, where, diagnostics);
    check_intervals(chart, where, diagnostics);
    if (!chart.cut.empty()) check_cut(chart, where, diagnostics);
    if (chart.facets) check_panels(chart, where, diagnostics);
    check_annotations(chart, where, diagnostics);
    check_levels(chart, where, diagnostics);
    check_dates(chart, where, diagnostics);
    return diagnostics;
}

bool is_square(const doc::Chart& chart) {
    const std::size_t n = chart.categories.size();
    const auto fits = [n](const auto& list) { return list.empty() || list.size() == n; };
    return std::all_of(chart.series.begin(), chart.series.end(),
                       [&](const auto& series) {
                           return series.values.size() == n && fits(series.low) && fits(series.high);
                       }) &&
           fits(chart.periods) && chart.form != vocabulary::Form::marimekko;
}

doc::Chart squared(doc::Chart chart) {
    const std::size_t n = chart.categories.size();
    for (auto& series : chart.series) {
        series.values.resize(n);
        if (!series.low.empty()) series.low.resize(n);
        if (!series.high.empty()) series.high.resize(n);
    }
    if (chart.periods.size() != n) chart.periods.clear();
    if (chart.form == vocabulary::Form::marimekko) chart.stack = vocabulary::Stack::percent;
    return chart;
}

bool has_data(const doc::Chart& chart) {
    if (row_of(chart.form).dated) return !chart.periods.empty();
    if (row_of(chart.form).points) {
        const auto *xs = channel_of(chart, vocabulary::Channel::x),
                   *sizes = channel_of(chart, vocabulary::Channel::size);
        for (const auto& series : chart.series)
            for (std::size_t c = 0; c < series.values.size(); ++c)
                if (series.values[c].number && number_at(xs, c) &&
                    (chart.form == vocabulary::Form::scatter || number_at(sizes, c)))
                    return true;
        return false;
    }
    // A row without a number is drawn as a dash; in a histogram or a calendar it leaves no mark.
    const bool rows = chart.form != vocabulary::Form::histogram && chart.form != vocabulary::Form::calendar;
    return std::any_of(chart.series.begin(), chart.series.end(), [&](const auto& series) {
        return std::any_of(series.values.begin(), series.values.end(), [&](const auto& value) {
            return value.number.has_value() || (rows && !value.category.empty());
        });
    });
}

}  // namespace precis::chart
