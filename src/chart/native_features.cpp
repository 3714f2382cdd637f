// chart/native_features.cpp: the table of features and forms.
// Stage: doc::Chart -> NATIVE FEATURES -> native.cpp.
#include "chart/native_features.h"

#include <algorithm>

#include "chart/marks/stack.h"
#include "chart/scales/lookup.h"
#include "chart/scales/slots.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

using doc::Annotation;
using vocabulary::Channel;
using vocabulary::Form;
using vocabulary::Native;
using vocabulary::Stack;

const vocabulary::FormRow& facts(Form form) {
    return vocabulary::row_of(form);
}

bool is_native(Form form) {
    return facts(form).native != Native::drawing;
}

/// `answer` if the form takes the feature; the whole is a drawing if the form is one.
Said if_taken(Form form, bool taken, Said answer) {
    if (!taken) return Said::no;
    return is_native(form) ? answer : Said::drawn;
}

bool has_note(const doc::Chart& chart, Annotation::Kind kind) {
    return std::any_of(chart.annotations.begin(), chart.annotations.end(),
                       [&](const Annotation& annotation) { return annotation.kind == kind; });
}

template <unsigned note>
Said over_if_noted(Form form) {
    return if_taken(form, (facts(form).notes & note) != 0, Said::over);
}

bool any_value(const doc::Chart& chart, bool (*holds)(const doc::Value&)) {
    return std::any_of(chart.series.begin(), chart.series.end(), [&](const auto& series) {
        return std::any_of(series.values.begin(), series.values.end(), holds);
    });
}

bool is_stack(const doc::Chart& chart, Stack stack) {
    return chart.series.size() > 1 && chart.stack == stack;
}

template <Channel channel>
bool has_channel(const doc::Chart& chart) {
    return doc::channel_of(chart, channel) != nullptr;
}

bool has_root_axis(const doc::Chart& chart) {
    const auto* xs = doc::channel_of(chart, Channel::x);
    return chart.scale == vocabulary::Scale::sqrt || (xs != nullptr && xs->scale == vocabulary::Scale::sqrt);
}

bool has_log_axis(const doc::Chart& chart) {
    const auto* xs = doc::channel_of(chart, Channel::x);
    return chart.scale == vocabulary::Scale::log || (xs != nullptr && xs->scale == vocabulary::Scale::log);
}

/// Forms whose axis of values may be other than linear.
bool bends(Form form) {
    return facts(form).value_axis && !facts(form).from_zero;
}

bool is_upright_in_time(const doc::Chart& chart) {
    return facts(chart.form).in_time && !doc::is_lying(chart) && chart.periods.size() > 1;
}

/// Whether dates stand at unequal distances.
bool has_uneven_dates(const doc::Chart& chart) {
    if (!is_upright_in_time(chart)) return false;
    const auto slots = facts(chart.form).native == Native::column ? column_slots_of(chart) : slots_of(chart);
    if (slots.kind == Slots::Kind::plain) return false;
    if (slots.kind != Slots::Kind::day) return slots.count != chart.categories.size();
    const double step = chart.periods[1].begin_day - chart.periods[0].begin_day;
    for (std::size_t c = 2; c < chart.periods.size(); ++c)
        if (std::abs(chart.periods[c].begin_day - chart.periods[c - 1].begin_day - step) > 1e-6) return true;
    return false;
}

/// Steps have a chart of points over there, whose axis prints dates by a format, which has no quarters, and goes from
/// one date to a later one.
bool steps_without_dates(const doc::Chart& chart) {
    if (chart.form != Form::step) return false;
    const auto slots = slots_of(chart);
    return slots.kind == Slots::Kind::plain || slots.kind == Slots::Kind::quarter || chart.year_begins != 1 ||
           chart.periods.size() < 2 || chart.periods.front().begin_day >= chart.periods.back().begin_day;
}

bool has_small_part(const doc::Chart& chart) {
    constexpr double kLeastShare = 7;  // percent; a smaller part does not hold its words
    if (!facts(chart.form).whole || chart.series.empty()) return false;
    double total = 0;
    for (const auto& value : chart.series.front().values) total += std::max(value.number.value_or(0), 0.0);
    return std::any_of(chart.series.front().values.begin(), chart.series.front().values.end(), [&](const auto& value) {
        return value.number && *value.number > 0 && 100 * *value.number < kLeastShare * total;
    });
}

constexpr NativeFeature kFeatures[] = {
    {"several series", [](const doc::Chart& chart) { return chart.series.size() > 1; },
     [](Form form) { return if_taken(form, facts(form).series.has_value(), Said::native); }},
    {"numbers below zero", [](const doc::Chart& chart) { return has_negative(chart); },
     [](Form form) { return if_taken(form, !facts(form).positive, Said::native); }},
    {"missing values", [](const doc::Chart& chart) { return has_holes(chart); },
     [](Form form) { return if_taken(form, true, form == Form::area ? Said::drawn : Said::native); }},
    {"`gaps: bridge`", [](const doc::Chart& chart) { return chart.bridges_gaps && has_holes(chart); },
     [](Form form) { return if_taken(form, facts(form).gaps, form == Form::line ? Said::native : Said::drawn); }},
    {"forecasts, plans, estimates",
     [](const doc::Chart& chart) {
         return any_value(chart, [](const doc::Value& value) { return value.status != data::Status::actual; });
     },
     [](Form form) { return if_taken(form, facts(form).has(Channel::status), Said::native); }},
    {"`text`, and words such as “more than”",
     [](const doc::Chart& chart) {
         return any_value(chart, [](const doc::Value& value) { return !value.words.empty(); });
     },
     [](Form form) { return if_taken(form, facts(form).has(Channel::text) && !facts(form).points, Said::native); }},
    {"`text`, names of points",
     [](const doc::Chart& chart) {
         return facts(chart.form).points && std::any_of(chart.categories.begin(), chart.categories.end(),
                                                        [](const std::string& name) { return !name.empty(); });
     },
     [](Form form) { return if_taken(form, facts(form).points, Said::native); }},
    {"`scale: log`", has_log_axis, [](Form form) { return if_taken(form, bends(form), Said::native); }},
    {"`scale: sqrt`", has_root_axis, [](Form form) { return if_taken(form, bends(form), Said::drawn); }},
    {"`domain`", [](const doc::Chart& chart) { return !chart.domain.empty(); },
     [](Form form) { return if_taken(form, facts(form).value_axis, Said::native); }},
    {"`title`, `step` and `side` of an axis",
     [](const doc::Chart& chart) { return chart.x_axis.is_set() || chart.y_axis.is_set(); },
     [](Form form) { return if_taken(form, facts(form).value_axis, Said::native); }},
    {"`break`", [](const doc::Chart& chart) { return !chart.cut.empty(); },
     [](Form form) { return if_taken(form, facts(form).breaks, Said::drawn); }},
    {"`low` and `high`", has_intervals,
     [](Form form) {
         const bool whiskers = facts(form).native == Native::bar || facts(form).native == Native::column;
         return if_taken(form, facts(form).has(Channel::low), whiskers ? Said::native : Said::drawn);
     }},
    {"dates at unequal distances", has_uneven_dates,
     [](Form form) { return if_taken(form, facts(form).in_time && facts(form).native != Native::bar, Said::native); }},
    {"steps by names or quarters", steps_without_dates,
     [](Form form) { return if_taken(form, form == Form::step, Said::drawn); }},
    {"`year-begins`", [](const doc::Chart& chart) { return chart.year_begins != 1 && !chart.periods.empty(); },
     [](Form form) { return if_taken(form, facts(form).in_time, form == Form::step ? Said::drawn : Said::native); }},
    {"`stack: total`", [](const doc::Chart& chart) { return is_stack(chart, Stack::total); },
     [](Form form) { return if_taken(form, facts(form).stacks, form == Form::bar ? Said::native : Said::over); }},
    {"`stack: percent`", [](const doc::Chart& chart) { return is_stack(chart, Stack::percent); },
     [](Form form) { return if_taken(form, facts(form).stacks, form == Form::bar ? Said::native : Said::over); }},
    {"`stack: diverging`, numbers below zero",
     [](const doc::Chart& chart) { return is_stack(chart, Stack::diverging) && has_negative(chart); },
     [](Form form) {
         return if_taken(form, facts(form).stacks && form != Form::area, form == Form::bar ? Said::native : Said::over);
     }},
    {"`stack: diverging`, answers",
     [](const doc::Chart& chart) { return is_stack(chart, Stack::diverging) && !has_negative(chart); },
     [](Form form) { return if_taken(form, facts(form).stacks && form != Form::area, Said::drawn); }},
    {"`stack: stream`", [](const doc::Chart& chart) { return is_stack(chart, Stack::stream); },
     [](Form form) { return if_taken(form, form == Form::area, Said::drawn); }},
    {"`labels: none`", [](const doc::Chart& chart) { return chart.labels == vocabulary::Labels::none; },
     [](Form form) { return if_taken(form, !facts(form).unlabelled, Said::native); }},
    {"`labels: ends`, `extremes`",
     [](const doc::Chart& chart) {
         return chart.labels == vocabulary::Labels::ends || chart.labels == vocabulary::Labels::extremes;
     },
     [](Form form) { return if_taken(form, facts(form).picks_labels, Said::native); }},
    {"`legend: none`", [](const doc::Chart& chart) { return chart.legend == vocabulary::Legend::none; },
     [](Form form) { return if_taken(form, facts(form).series.has_value(), Said::native); }},
    {"`line` over columns", has_channel<Channel::line>,
     [](Form form) { return if_taken(form, facts(form).has(Channel::line), Said::native); }},
    {"`data-row`", [](const doc::Chart& chart) { return chart.data_row; },
     [](Form form) { return if_taken(form, facts(form).has(Channel::data_row), Said::over); }},
    {"`color`, with its key", has_channel<Channel::color>,
     [](Form form) {
         return if_taken(form, facts(form).has(Channel::color) && facts(form).value != Channel::color, Said::over);
     }},
    {"`size`, with its key", has_channel<Channel::size>,
     [](Form form) { return if_taken(form, facts(form).has(Channel::size), Said::over); }},
    {"`dots`", [](const doc::Chart& chart) { return chart.dots > 0; },
     [](Form form) { return if_taken(form, form == Form::column, Said::drawn); }},
    {"parts under 7 %", has_small_part, [](Form form) { return if_taken(form, facts(form).whole, Said::drawn); }},
    {"`facet`", [](const doc::Chart& chart) { return chart.facets.has_value(); },
     [](Form form) { return if_taken(form, facts(form).has(Channel::facet), Said::drawn); }},
    {"`trend`, one series", [](const doc::Chart& chart) { return has_trend(chart) && chart.series.size() == 1; },
     [](Form form) {
         return if_taken(form, (facts(form).notes & vocabulary::kTrend) != 0,
                         facts(form).points ? Said::native : Said::drawn);
     }},
    {"`trend`, several series", [](const doc::Chart& chart) { return has_trend(chart) && chart.series.size() > 1; },
     [](Form form) { return if_taken(form, (facts(form).notes & vocabulary::kTrend) != 0, Said::drawn); }},
    {"`cagr`", [](const doc::Chart& chart) { return has_note(chart, Annotation::Kind::cagr); },
     over_if_noted<vocabulary::kGrowth | vocabulary::kSeriesGrowth>},
    {"`difference`", [](const doc::Chart& chart) { return has_note(chart, Annotation::Kind::difference); },
     over_if_noted<vocabulary::kDifference | vocabulary::kVariances>},
    {"`line` at a value", [](const doc::Chart& chart) { return has_note(chart, Annotation::Kind::line); },
     over_if_noted<vocabulary::kLine>},
    {"`band`", [](const doc::Chart& chart) { return has_note(chart, Annotation::Kind::band); },
     over_if_noted<vocabulary::kBand | vocabulary::kValueBand>},
    {"`event`", [](const doc::Chart& chart) { return has_note(chart, Annotation::Kind::event); },
     over_if_noted<vocabulary::kEvent>},
    {"`callout`", [](const doc::Chart& chart) { return has_note(chart, Annotation::Kind::callout); },
     over_if_noted<vocabulary::kCallout>},
    {"`note`", [](const doc::Chart& chart) { return has_note(chart, Annotation::Kind::note); },
     over_if_noted<vocabulary::kFreeNote>},
    {"`ratio`", [](const doc::Chart& chart) { return has_note(chart, Annotation::Kind::ratio); },
     over_if_noted<vocabulary::kRatio>},
};

}  // namespace

std::span<const NativeFeature> native_features() {
    return kFeatures;
}

Said native_form(Form form) {
    return is_native(form) ? Said::native : Said::drawn;
}

bool is_drawn(const doc::Chart& chart) {
    return !is_native(chart.form) ||
           std::any_of(std::begin(kFeatures), std::end(kFeatures), [&](const NativeFeature& feature) {
               return feature.said(chart.form) == Said::drawn && feature.has(chart);
           });
}

bool has_holes(const doc::Chart& chart) {
    if (chart.series.size() > 1 && chart.stack != Stack::none) {
        for (std::size_t c = 0; c < chart.categories.size(); ++c)
            if (is_without_values(chart, c)) return true;
        return false;
    }
    return any_value(chart, [](const doc::Value& value) { return !value.number.has_value(); });
}

bool has_intervals(const doc::Chart& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(),
                       [](const auto& series) { return !series.low.empty() || !series.high.empty(); });
}

bool has_trend(const doc::Chart& chart) {
    return has_note(chart, Annotation::Kind::trend);
}

}  // namespace precis::chart
