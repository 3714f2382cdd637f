// What an author asks of an axis: its title, the step between its ticks, its side. A form without that axis refuses it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/numbers.h"
#include "bind/exhibits/chart.h"
#include "bind/text/prose.h"
#include "diag/codes.h"
#include "doc/channels.h"

namespace precis::bind {
namespace {

using vocabulary::AxisSide;
using vocabulary::Form;
using vocabulary::Stack;

constexpr double kMostTicks = 50;  // more cannot be read

/// An extent that grows with the numbers added to it.
struct Reach {
    double lo = 0, hi = 0;
    bool any = false;
    void add(double number) {
        lo = any ? std::min(lo, number) : number;
        hi = any ? std::max(hi, number) : number;
        any = true;
    }
    void add(const std::vector<doc::Value>& values) {
        for (const auto& value : values)
            if (value.number) add(*value.number);
    }
};

/// What the value axis must hold at least.
Reach reach_of(const doc::Chart& chart, bool from_zero) {
    Reach reach;
    const bool stacked = chart.series.size() > 1 && chart.stack != Stack::none;
    if (stacked && chart.stack == Stack::percent) return {0, 100, true};
    if (from_zero || stacked) reach.add(0);
    for (const double end : chart.domain) reach.add(end);
    for (const auto& series : chart.series)
        for (const auto* values : {&series.values, &series.low, &series.high}) reach.add(*values);
    for (std::size_t c = 0; stacked && c < chart.categories.size(); ++c) {
        double up = 0, down = 0;
        for (const auto& series : chart.series) {
            const double number = c < series.values.size() ? series.values[c].number.value_or(0) : 0;
            (number < 0 ? down : up) += number;
        }
        reach.add(up);
        reach.add(down);
    }
    return reach;
}

/// The months of "5 years", "6 months", "1 quarter".
std::optional<int> months_of(const std::string& text) {
    const auto space = text.find(' ');
    if (space == std::string::npos) return std::nullopt;
    const auto number = base::parse_number(text.substr(0, space));
    if (!number || *number < 1 || *number != std::floor(*number) || *number > 12000) return std::nullopt;
    auto unit = text.substr(space + 1);
    if (unit.size() > 1 && unit.back() == 's') unit.pop_back();
    const int each = unit == "year" ? 12 : unit == "quarter" ? 3 : unit == "month" ? 1 : 0;
    return each == 0 ? std::nullopt : std::optional(static_cast<int>(*number) * each);
}

/// Months between the first and the last date.
double months_across(const std::vector<doc::Period>& periods) {
    constexpr double kDaysAMonth = 30.436875;
    const auto [first, last] = std::minmax_element(
        periods.begin(), periods.end(), [](const auto& a, const auto& b) { return a.begin_day < b.begin_day; });
    return (last->begin_day - first->begin_day) / kDaysAMonth;
}
double shortest_in_months(const std::vector<doc::Period>& periods) {
    double days = 1e9;
    for (const auto& period : periods) days = std::min(days, period.end_day - period.begin_day);
    return std::round(days / 30.436875);
}

}  // namespace

void ChartBinder::axes() {
    for (const auto name : {Channel::x, Channel::y}) {
        const auto* given = channel(name);
        if (given == nullptr) continue;
        auto& wish = name == Channel::x ? chart_.x_axis : chart_.y_axis;
        for (const auto& mapped : *given) {
            if (mapped.title) title(name, *mapped.title, wish);
            if (mapped.step) step(name, *mapped.step, wish);
            if (mapped.side) side(name, mapped, wish);
        }
    }
}

ChartBinder::Axis ChartBinder::axis_at(Channel name) const {
    if (form_.points) return Axis::numbers;
    if (chart_.form == Form::histogram) return name == Channel::x ? Axis::named : Axis::none;
    if (chart_.form == Form::heatmap) return Axis::named;
    if (form_.value == name) return form_.value_axis ? Axis::numbers : Axis::none;
    if (form_.category != name || !form_.category_axis) return Axis::none;
    return !chart_.periods.empty() && form_.in_time ? Axis::time : Axis::named;
}

void ChartBinder::refuse(const diag::Span& at, const char* key, const std::string& why, const std::string& remedy) {
    report(context_,
           diag::error(diag::code::key_conflict, at,
                       fmt::format("a {} chart does not take `{}` here: {}", exhibit_.form.text, key, why), remedy));
}

void ChartBinder::title(Channel name, const diag::Text& written, doc::AxisWish& wish) {
    if (axis_at(name) == Axis::none)
        return refuse(written.span, "title", fmt::format("it draws no axis for `{}`", name_of(name)),
                      "say in the subtitle what is measured, or name the column with `label:`");
    wish.title = bind_label(context_, written);
    if (form_.value == name) chart_.value_label = wish.title;
    if (form_.points && name == Channel::x)
        for (std::size_t i = 0; i < chart_.extra.size(); ++i)
            if (chart_.extra_names[i] == Channel::x) chart_.extra[i].label = wish.title;
}

void ChartBinder::step(Channel name, const diag::Text& written, doc::AxisWish& wish) {
    const auto kind = axis_at(name);
    if (chart_.form == Form::histogram)
        return refuse(written.span, "step", "its ticks are the edges of the bins", "write `bins:`, the number of bins");
    if (kind == Axis::none || kind == Axis::named)
        return refuse(written.span, "step",
                      kind == Axis::none ? fmt::format("it draws no axis for `{}`", name_of(name))
                                         : std::string("the axis has names, not numbers or dates"),
                      "remove it");
    if (kind == Axis::time) return time_step(written, wish);
    const auto number = base::parse_number(written.text);
    if (!number || !(*number > 0) || !std::isfinite(*number)) {
        report(context_, diag::error(diag::code::bad_value, written.span,
                                     "“" + written.text + "” is not a step between two ticks",
                                     "write a number over zero, as in `step: 5`"));
        return;
    }
    const auto* across = form_.points && name == Channel::x ? doc::channel_of(chart_, Channel::x) : nullptr;
    const auto scale = across != nullptr ? across->scale : chart_.scale;
    if (scale == vocabulary::Scale::log)
        return refuse(written.span, "step", "the ticks of a logarithmic axis are powers of ten",
                      "remove it, or leave out `scale: log`");
    auto reach = reach_of(chart_, form_.from_zero);
    if (across != nullptr) {
        reach = {};
        reach.add(across->values);
    }
    const double ticks = std::ceil(reach.hi / *number) - std::floor(reach.lo / *number) + 1;
    if (!(ticks <= kMostTicks)) {
        report(context_, diag::error(diag::code::bad_value, written.span,
                                     fmt::format("`step: {}` makes {} ticks from {} to {}; an axis has at most {}",
                                                 written.text, base::shortest(ticks), base::shortest(reach.lo),
                                                 base::shortest(reach.hi), base::shortest(kMostTicks)),
                                     fmt::format("write a larger step, {} or more",
                                                 base::shortest((reach.hi - reach.lo) / (kMostTicks - 2)))));
        return;
    }
    wish.step = *number;
}

void ChartBinder::time_step(const diag::Text& written, doc::AxisWish& wish) {
    const auto months = months_of(written.text);
    if (!months) {
        report(context_, diag::error(diag::code::bad_value, written.span,
                                     "“" + written.text + "” is not a step between two dates",
                                     "write `step: 5 years`, `2 quarters` or `6 months`"));
        return;
    }
    const double shortest = shortest_in_months(chart_.periods), ticks = months_across(chart_.periods) / *months + 1;
    const bool uneven = shortest >= 1 && std::fmod(*months, shortest) != 0;
    if (*months < shortest || uneven || ticks > kMostTicks) {
        report(context_,
               diag::error(diag::code::bad_value, written.span,
                           ticks > kMostTicks
                               ? fmt::format("`step: {}` makes {:.0f} ticks; an axis has at most {}", written.text,
                                             ticks, base::shortest(kMostTicks))
                               : fmt::format("`step: {}` is not a multiple of the dates’ own step, {:.0f} months",
                                             written.text, shortest),
                           ticks > kMostTicks
                               ? "write a larger step, as in `step: 10 years`"
                               : fmt::format("write `step: {:.0f} months`, or a multiple of it", shortest)));
        return;
    }
    wish.step = *months;
}

void ChartBinder::side(Channel name, const spec::Channel& mapped, doc::AxisWish& wish) {
    if (axis_at(name) != Axis::numbers)
        return refuse(mapped.side_span, "side",
                      axis_at(name) == Axis::none ? fmt::format("it draws no axis for `{}`", name_of(name))
                                                  : std::string("names and dates have one side"),
                      "remove it");
    const bool upright = name == Channel::y;
    const bool fits = upright ? *mapped.side == AxisSide::left || *mapped.side == AxisSide::right
                              : *mapped.side == AxisSide::bottom || *mapped.side == AxisSide::top;
    if (!fits) {
        report(context_,
               diag::error(diag::code::bad_value, mapped.side_span,
                           fmt::format("the axis of `{}` cannot lie at the {}", name_of(name),
                                       vocabulary::name_of(*mapped.side)),
                           upright ? "write `side: left` or `side: right`" : "write `side: bottom` or `side: top`"));
        return;
    }
    const bool opposite = *mapped.side == AxisSide::right || *mapped.side == AxisSide::top;
    if (opposite && chart_.facets)
        return refuse(mapped.side_span, "side", "panels print the words of their axes at the outer panels",
                      "remove it, or leave out `facet:`");
    wish.opposite = opposite;
}

}  // namespace precis::bind
