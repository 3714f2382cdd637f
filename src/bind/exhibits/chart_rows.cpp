// Fills a chart's categories, series, intervals and panels from the grid's rows, and makes its time axis.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/phrases.h"
#include "bind/exhibits/chart.h"
#include "bind/exhibits/codes.h"
#include "bind/text/prose.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

constexpr std::size_t kPrintedRows = 20000;  // more rows are not printed one by one: a chart labels few of them

}  // namespace

std::size_t ChartBinder::category_index(const std::string& key, const std::string& printed, bool own_row,
                                        const std::optional<double>& number) {
    auto& keys = chart_.category_keys;
    const bool rises = rising_ && number && (keys.empty() || *number > last_category_);
    if (rises) {
        last_category_ = *number;
    } else {
        if (rising_)
            for (std::size_t i = 0; i < keys.size(); ++i) category_places_.emplace(keys[i], i);
        rising_ = false;
        const auto [known, fresh] = category_places_.emplace(key, keys.size());
        if (!fresh && !own_row) return known->second;
    }
    keys.push_back(key);
    chart_.categories.push_back(printed);
    return keys.size() - 1;
}

std::string ChartBinder::printed_category(const GridCell& cell) {
    const auto format = category_ ? format_of(*category_) : Format{};
    return to_value(context_, cell, format, true, exhibit_.span).text;
}

doc::Chart::Series& ChartBinder::series_named(const std::string& name, const std::string& panel) {
    auto& list = chart_.series;
    const auto [known, fresh] = series_places_.emplace(panel.empty() ? name : panel + "\n" + name, list.size());
    if (!fresh) return list[known->second];
    list.emplace_back().name = name;
    list.back().panel = panel;
    return list.back();
}

bool ChartBinder::has_room(base::Limit limit, std::size_t asked, const char* what) {
    if (static_cast<std::int64_t>(asked) <= base::limit(limit)) return true;
    if (!too_large_)
        report(context_, diag::error(code::chart_too_large, exhibit_.form.span ? exhibit_.form.span : exhibit_.span,
                                     fmt::format("the chart would have more than {} {}", base::limit(limit), what),
                                     "add rows up in the query, or leave some out; else " +
                                         base::how_to_raise(limit, static_cast<std::int64_t>(asked))));
    too_large_ = true;
    return false;
}

void ChartBinder::put(std::vector<doc::Value>& values, std::size_t at, doc::Value value) {
    if (values.size() <= at) {
        places_ += at + 1 - values.size();
        if (!has_room(base::Limit::chart_marks, places_, "places for values")) return;
        values.resize(at + 1, missing_value());
    }
    values[at] = std::move(value);
}

doc::Value ChartBinder::missing_value() {
    doc::Value value;
    value.text = "–";
    return value;
}

doc::Value ChartBinder::unprinted(const GridCell& cell) {
    if (!cell.number) return missing_value();
    doc::Value value;
    value.number = cell.number;
    value.qualifier = cell.qualifier;
    value.status = cell.status;
    return value;
}

void ChartBinder::fill() {
    const auto parts = column(form_.series, nullptr);
    const auto facets = panels();
    const bool own_rows = one_mark_a_row();
    const bool several = facets && (parts || values_.size() > 1);
    const auto statuses = column(Channel::status, nullptr);
    const Ends ends{column(Channel::low, nullptr), column(Channel::high, nullptr)};
    const bool grounds = chart_.form == vocabulary::Form::bullet;  // that reach to either
    if (ends.low.has_value() != ends.high.has_value() && !from_facts() && !grounds) {
        const auto& given = ends.low ? ends.low : ends.high;
        const std::string has = ends.low ? "low" : "high", lacks = ends.low ? "high" : "low";
        report(context_, diag::error(diag::code::channel_missing, given->channel->column.span,
                                     "an interval has two ends, and this chart has `" + has + ":` alone",
                                     "add `" + lacks + ":` with a column of the other ends, or remove `" + has + ":`"));
    }
    std::size_t number = 0;
    const bool lean = grid_.rows.size() > kPrintedRows;
    if (lean) {
        chart_.categories.reserve(grid_.rows.size());
        chart_.category_keys.reserve(grid_.rows.size());
    }
    for (const auto& row : grid_.rows) {
        if (too_large_) break;
        ++number;
        const auto key = category_ ? row[category_->index].text : std::to_string(number);
        const auto printed = !category_ ? std::string() : lean ? key : printed_category(row[category_->index]);
        const auto rising = category_ ? row[category_->index].number : std::optional<double>(number);
        const auto at = category_index(key, printed, own_rows, rising);
        for (const auto& values : values_) {
            const auto& by = parts || several ? parts : facets;
            auto name = by ? to_value(context_, row[by->index], {}, true, exhibit_.span).text : value_name(values);
            const auto panel =
                several ? to_value(context_, row[facets->index], {}, true, exhibit_.span).text : std::string();
            auto& series = series_named(name, panel);
            if (lean && !by && series.values.empty()) series.values.reserve(grid_.rows.size());
            auto value = lean ? unprinted(row[values.index])
                              : to_value(context_, row[values.index], value_format(values, row[values.index]), false,
                                         exhibit_.span);
            value.category = printed;
            value.status = status_of(row, statuses, value.status);
            if (at < series.values.size()) report_duplicate(printed, name, series.values[at], value);
            put(series.values, at, std::move(value));
            interval(series, row, values, ends, at);
        }
    }
    if (several && !too_large_) complete_panels();
    complete_series();
    make_time_axis();
}

data::Status ChartBinder::status_of(const std::vector<GridCell>& row, const std::optional<Column>& mapped,
                                    data::Status own) {
    if (!mapped || row[mapped->index].text.empty()) return own;
    const auto& word = row[mapped->index].text;
    if (const auto status = data::parse_status(word)) return *status;
    if (!status_reported_)
        report(context_, diag::error(diag::code::bad_value, mapped->channel->column.span,
                                     "the column “" + mapped->channel->column.text + "” holds “" + word +
                                         "”, which is not a status",
                                     "write " + base::enumerated(data::status_words(), ", ", " or ")));
    status_reported_ = true;
    return own;
}

void ChartBinder::report_duplicate(const std::string& category, const std::string& series, const doc::Value& before,
                                   const doc::Value& now) {
    if (duplicate_reported_ || before.category.empty()) return;  // a gap is not a row
    duplicate_reported_ = true;
    const std::string of = series.empty() ? std::string() : " of “" + series + "”";
    report(context_,
           diag::error(diag::code::duplicate_row, exhibit_.form.span,
                       "the data have two rows for “" + category + "”" + of + ", " + before.text + " and " + now.text +
                           ", and the chart has a place for one",
                       from_facts() ? "tell them apart by their period with `x: period`, or leave one out"
                                    : "add them up in the query (`sum(…) … GROUP BY …`), leave one out, or tell "
                                      "them apart with `series:`"));
}

void ChartBinder::complete_panels() {
    std::vector<std::string> panels, names;
    const auto add = [](std::vector<std::string>& list, const std::string& name) {
        if (std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
    };
    for (const auto& series : chart_.series) {
        add(panels, series.panel);
        add(names, series.name);
    }
    if (!has_room(base::Limit::chart_series, panels.size() * names.size(), "series")) return;
    std::vector<doc::Chart::Series> completed;
    for (const auto& panel : panels)
        for (const auto& name : names) completed.push_back(series_named(name, panel));
    chart_.series = std::move(completed);
}

std::optional<ChartBinder::Column> ChartBinder::panels() {
    const auto by = column(Channel::facet, nullptr);
    if (!by) return by;
    doc::Facets facets;
    facets.across = by->channel->across.value_or(0);
    facets.free_scales = by->channel->scales == vocabulary::PanelScales::free;
    chart_.facets = facets;
    return by;
}

std::string ChartBinder::value_name(const Column& column) {
    if (values_.size() == 1) return {};
    if (column.channel != nullptr && column.channel->label) return bind_label(context_, *column.channel->label);
    return grid_.columns[column.index].label;
}

void ChartBinder::interval(doc::Chart::Series& series, const std::vector<GridCell>& row, const Column& column,
                           const Ends& ends, std::size_t at) {
    const auto end = [&](const std::optional<Column>& mapped, const std::optional<double>& own) {
        GridCell cell = row[mapped ? mapped->index : column.index];
        if (!mapped) cell.number = own;
        cell.qualifier = data::Qualifier::none;
        if (!cell.number) return missing_value();
        return to_value(context_, cell, value_format(column, cell), false, exhibit_.span);
    };
    const Bound& value = row[column.index].what();
    if (!ends.low && !ends.high && !(value.low && value.high)) return;
    put(series.low, at, end(ends.low, value.low));
    put(series.high, at, end(ends.high, value.high));
}

void ChartBinder::complete_series() {
    const auto size = chart_.categories.size();
    if (too_large_ || !has_room(base::Limit::chart_series, chart_.series.size(), "series") ||
        !has_room(base::Limit::chart_marks, size * chart_.series.size(), "places for values")) {
        chart_.series.clear();
        chart_.categories.clear();
        chart_.category_keys.clear();
        return;
    }
    for (auto& series : chart_.series) {
        series.values.resize(size, missing_value());
        if (!series.low.empty()) series.low.resize(size, missing_value());
        if (!series.high.empty()) series.high.resize(size, missing_value());
    }
}

void ChartBinder::make_time_axis() {
    constexpr double kMinutesADay = 1440;
    std::vector<doc::Period> periods;
    std::optional<int> offset;  // of the first time that states one: the axis has its hours, whatever the others state
    for (const auto& key : chart_.category_keys) {
        const auto days = locale::parse_period(key);
        if (!days) return;
        if (!offset) offset = days->offset;
        const double shift = days->offset ? *offset / kMinutesADay : 0;
        periods.push_back({days->begin + shift, days->end + shift});
    }
    if (!category_) return;
    for (const auto& row : grid_.rows) {
        if (row[category_->index].number) return;
    }
    chart_.periods = std::move(periods);
    if (category_->channel != nullptr) chart_.year_begins = category_->channel->year_begins.value_or(1);
    fill_periods();
    if (form_.in_time) sort_by_time();
}

void ChartBinder::sort_by_time() {
    std::vector<std::size_t> order(chart_.periods.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return chart_.periods[a].begin_day < chart_.periods[b].begin_day;
    });
    const auto arrange = [&](auto& list) {
        if (list.empty()) return;
        auto sorted = list;
        for (std::size_t i = 0; i < order.size(); ++i) sorted[i] = list[order[i]];
        list = std::move(sorted);
    };
    arrange(chart_.periods);
    arrange(chart_.categories);
    arrange(chart_.category_keys);
    for (auto& series : chart_.series) {
        arrange(series.values);
        arrange(series.low);
        arrange(series.high);
    }
    order_ = std::move(order);
}

}  // namespace precis::bind
