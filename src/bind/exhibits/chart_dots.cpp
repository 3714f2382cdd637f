// bind/exhibits/chart_dots.cpp: a dot is one thing, known and counted, so what is no whole number has no dots.
#include "bind/exhibits/chart_dots.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "doc/channels.h"

namespace precis::bind {
namespace {

constexpr double kMostDots = 5000;  // more are no longer seen one by one

std::optional<DotsRefusal> refused_values(const doc::Chart& chart) {
    double sum = 0;
    for (const auto& series : chart.series) {
        if (!series.low.empty() || !series.high.empty())
            return DotsRefusal{"dots have no place for an interval", "remove `low` and `high`, or `dots:`"};
        for (const auto& value : series.values) {
            if (!value.number) continue;
            if (*value.number < 0 || *value.number != std::floor(*value.number))
                return DotsRefusal{fmt::format("{} is not a whole number from 0 on", *value.number),
                                   "show counts, or remove `dots:`"};
            if (value.status != data::Status::actual || !doc::sign_of(value.qualifier).empty())
                return DotsRefusal{"a dot stands for one known thing, but some values are not exact or not actual",
                                   "leave such rows out, or remove `dots:`"};
            sum += *value.number;
        }
    }
    if (sum > kMostDots)
        return DotsRefusal{fmt::format("{:.0f} dots can't be told apart; {:.0f} can", sum, kMostDots),
                           "show fewer rows, or remove `dots:`"};
    return std::nullopt;
}

}  // namespace

std::optional<DotsRefusal> refused_dots(const doc::Chart& chart) {
    if (chart.dots == 0 || chart.form != vocabulary::Form::column) return std::nullopt;
    if (chart.series.size() > 1 && chart.stack != vocabulary::Stack::total)
        return DotsRefusal{"dots of several series stand on one another", "write `stack: total`, or remove `dots:`"};
    if (chart.facets) return DotsRefusal{"panels have columns", "remove `facet:` or `dots:`"};
    if (chart.data_row || !chart.extra.empty() || !chart.cut.empty() || chart.y_axis.is_set() ||
        chart.scale != vocabulary::Scale::linear || chart.totals)
        return DotsRefusal{"it has dots to count, without an axis, a line, words or sums",
                           "remove `dots:`, or the other keys of the numbers"};
    if (std::any_of(chart.annotations.begin(), chart.annotations.end(), [](const auto& a) { return a.each_series; }))
        return DotsRefusal{"it has no rates and differences of each series", "remove `each:` or `dots:`"};
    return refused_values(chart);
}

}  // namespace precis::bind
