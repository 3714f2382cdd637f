// chart/scales/lookup.cpp: linear searches over names and kinds.
// Stage: doc::Chart -> LOOKUP -> marks, notes, forms, checks.
#include "chart/scales/lookup.h"

#include <algorithm>

namespace precis::chart {

std::optional<std::size_t> category_of(const doc::Chart& chart, const std::string& name) {
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
        if (chart.categories[i] == name || (i < chart.category_keys.size() && chart.category_keys[i] == name)) return i;
    return std::nullopt;
}

const doc::Chart::Series* series_named(const doc::Chart& chart, const std::string& name) {
    for (const auto& series : chart.series)
        if (series.name == name) return &series;
    return nullptr;
}

const doc::Chart::Series* series_of(const doc::Chart& chart, const std::string& name) {
    if (const auto* series = series_named(chart, name)) return series;
    return chart.series.empty() ? nullptr : &chart.series.front();
}

const doc::Annotation* annotation_of(const doc::Chart& chart, doc::Annotation::Kind kind, bool each) {
    for (const auto& annotation : chart.annotations)
        if (annotation.kind == kind && annotation.each_series == each) return &annotation;
    return nullptr;
}

bool has_annotation(const doc::Chart& chart, doc::Annotation::Kind kind) {
    return std::any_of(chart.annotations.begin(), chart.annotations.end(),
                       [&](const auto& annotation) { return annotation.kind == kind; });
}

std::optional<Interval> interval_of(const doc::Chart::Series& series, std::size_t category) {
    if (category >= series.low.size() || category >= series.high.size()) return std::nullopt;
    const auto &low = series.low[category].number, &high = series.high[category].number;
    return low && high ? std::optional(Interval{*low, *high}) : std::nullopt;
}

bool wants_label(const doc::Chart& chart, std::size_t s, std::size_t c) {
    using vocabulary::Labels;
    const auto& values = chart.series[s].values;
    switch (chart.labels) {
        case Labels::automatic:
        case Labels::all:
            return true;
        case Labels::ends: {
            const auto at = extremes_of(values);
            return at.count > 0 && (c == at.first || c == at.last);
        }
        case Labels::extremes: {
            const auto at = extremes_of(values);
            return at.count > 0 && (c == at.low || c == at.high);
        }
        case Labels::none:
            break;
    }
    return false;
}

Extremes extremes_of(const std::vector<doc::Value>& values) {
    Extremes at;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& number = values[i].number;
        if (!number) continue;
        if (at.count == 0) at.first = at.low = at.high = i;
        if (*number < *values[at.low].number) at.low = i;
        if (*number > *values[at.high].number) at.high = i;
        at.last = i;
        ++at.count;
    }
    return at;
}

}  // namespace precis::chart
