// bind/exhibits/chart_rounding.cpp: reads back what the chart will print, adds it up, and compares.
// Stage: bound chart -> CHART ROUNDING -> the exhibit's note.
#include "bind/exhibits/chart_rounding.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "base/numbers.h"
#include "doc/channels.h"
#include "doc/wholes.h"

namespace precis::bind {
namespace {

using doc::is_published;
using doc::shared_wholes;
using doc::stacks_of;
using doc::Whole;
using vocabulary::Labels;
using vocabulary::Rounding;
using vocabulary::Stack;

constexpr int kMostDecimals = 6, kTotalDecimals = 2;  // of a printed number; of a computed total, as charts print it
constexpr double kSlack = 1e-9;
constexpr double kNearWhole = 2;                               // percentages whose sum is so near to 100 are widths
constexpr double kShortFrom = 1000, kLargestInFigures = 1e15;  // numbers that charts print as 1.5k and as 1.5 × 10¹⁵

/// The decimals that a value is printed with; none if it is printed short (1.5M) or with words.
std::optional<int> decimals_of(const doc::Value& value, const locale::Locale& locale) {
    if (!value.number) return 0;
    for (int decimals = 0; decimals <= kMostDecimals; ++decimals) {
        locale::NumberFormat format;
        format.decimals = decimals;
        if (locale.number(*value.number, format) == value.text) return decimals;
    }
    return std::nullopt;
}

int needed_decimals(double number) {
    int decimals = 0;
    while (decimals < kTotalDecimals && std::abs(base::rounded(number, decimals) - number) > kSlack * std::abs(number))
        ++decimals;
    return decimals;
}

/// A sum of printed numbers, and the most by which rounding can change it.
struct Printed {
    double sum = 0, most_error = 0;
    void add(double number, int decimals) {
        sum += base::rounded(number, decimals);
        most_error += 0.5 * std::pow(10, -decimals);
    }
    bool differs_by_rounding(double whole) const {
        const double by = std::abs(sum - whole);
        return by > kSlack * std::max(1.0, std::abs(whole)) && by <= most_error + kSlack;
    }
};

}  // namespace

int computed_decimals(const doc::Chart& chart) {
    if (chart.format.decimals >= 0) return chart.format.decimals;
    int decimals = 0;
    for (const auto& series : chart.series)
        for (const auto& value : series.values)
            if (value.number) decimals = std::max(decimals, needed_decimals(*value.number));
    return decimals;
}

bool in_figures(const doc::Chart& chart, double number) {
    const double size = std::abs(number);
    return size < kLargestInFigures && !(chart.format.compact && size >= kShortFrom);
}

bool computes_shares(const doc::Chart& chart) {
    const auto wholes = shared_wholes(chart);
    return std::any_of(wholes.begin(), wholes.end(), [&](const Whole& whole) { return !is_published(chart, whole); });
}

namespace {

/// Whether the printed sum differs from the sum of the printed parts.
bool total_differs(const doc::Chart& chart, const Whole& whole, int total_decimals, const locale::Locale& locale) {
    if (whole.parts.size() < 2) return false;
    Printed printed;
    for (const auto* part : whole.parts) {
        const auto decimals = decimals_of(*part, locale);
        if (!decimals) return false;
        printed.add(*part->number, *decimals);
    }
    if (!in_figures(chart, whole.sum())) return false;
    printed.most_error += 0.5 * std::pow(10, -total_decimals);
    return printed.differs_by_rounding(base::rounded(whole.sum(), total_decimals));
}

/// Whether the shares that are printed do not make 100. Percentages that do are printed as published, others as whole
/// shares of their sum.
bool shares_differ(const doc::Chart& chart, const Whole& whole, const locale::Locale& locale) {
    constexpr double kLeastWhole = 0.95;  // smaller shares have a decimal
    const double sum = whole.sum();
    if (whole.parts.size() < 2 || !(sum > 0)) return false;
    const bool published = is_published(chart, whole);
    Printed printed;
    for (const auto* part : whole.parts) {
        const double share = 100 * *part->number / sum;
        const auto decimals = published ? decimals_of(*part, locale)
                              : row_of(chart.form).whole && share > 0 && share < kLeastWhole ? 1
                                                                                             : 0;
        if (!decimals) return false;
        printed.add(published ? *part->number : share, *decimals);
    }
    return printed.differs_by_rounding(100);
}

/// Whether the widths over the columns are percentages that do not make 100.
bool widths_differ(const doc::Chart& chart, const locale::Locale& locale) {
    const auto* widths = channel_of(chart, vocabulary::Channel::size);
    if (!row_of(chart.form).shares || widths == nullptr || widths->format.unit != "percent") return false;
    Whole whole;
    for (const auto& value : widths->values) whole.add(value);
    if (whole.parts.size() < 2 || std::abs(whole.sum() - 100) > kNearWhole) return false;
    Printed printed;
    for (const auto* part : whole.parts) {
        const int own = widths->format.decimals;
        const auto decimals = own >= 0 ? std::optional(own) : decimals_of(*part, locale);
        if (!decimals) return false;
        printed.add(*part->number, *decimals);
    }
    return printed.differs_by_rounding(100);
}

/// Whether a printed sum of a waterfall differs from the printed changes before it.
bool bridge_differs(const doc::Chart& chart, const std::vector<doc::Value>& values, const locale::Locale& locale) {
    const int decimals = computed_decimals(chart);
    Printed printed;
    double running = 0;
    bool changed = false;
    for (std::size_t c = 0; c < values.size(); ++c) {
        const auto& number = values[c].number;
        if (number && !in_figures(chart, *number)) return false;
        if (c >= chart.category_total.size() || !chart.category_total[c]) {
            if (number) printed.add(*number, decimals), running += *number, changed = true;
            continue;
        }
        running = number.value_or(running);
        const bool as_published = number && values[c].qualifier != data::Qualifier::none;
        const auto own = as_published ? decimals_of(values[c], locale) : std::optional(decimals);
        if (!own || !in_figures(chart, running)) return false;
        const double end = base::rounded(running, *own), error = 0.5 * std::pow(10, -*own);
        printed.most_error += error;
        if (changed && printed.differs_by_rounding(end)) return true;
        printed = {end, error};
        changed = false;
    }
    return false;
}

/// Whether the printed sum of a node differs from the printed flows on the side that is as large as the node.
bool flows_differ(const doc::Chart& chart, const locale::Locale& locale) {
    const auto* targets = channel_of(chart, vocabulary::Channel::y);
    if (targets == nullptr || chart.series.empty()) return false;
    std::map<std::string, std::pair<Whole, Whole>> nodes;  // flows into and out of each
    const auto& values = chart.series.front().values;
    for (std::size_t i = 0; i < values.size() && i < targets->values.size() && i < chart.categories.size(); ++i) {
        nodes[chart.categories[i]].second.add(values[i]);
        const auto& target = targets->values[i];
        nodes[target.text.empty() ? target.category : target.text].first.add(values[i]);
    }
    return std::any_of(nodes.begin(), nodes.end(), [&](const auto& node) {
        const auto& [in, out] = node.second;
        const double total = std::max(in.sum(), out.sum());
        const int decimals = chart.format.decimals >= 0 ? chart.format.decimals : kMostDecimals;
        const auto differs = [&](const Whole& side) {
            const bool is_larger = std::abs(side.sum() - total) <= kSlack * std::max(1.0, total);
            return is_larger && total_differs(chart, side, decimals, locale);
        };
        return differs(in) || differs(out);
    });
}

/// Whether a sum that the form prints differs from the numbers that it is the sum of.
bool any_total_differs(const doc::Chart& chart, const locale::Locale& locale) {
    const auto& form = row_of(chart.form);
    const auto any = [&](const std::vector<Whole>& wholes) {
        const int decimals = computed_decimals(chart);
        return std::any_of(wholes.begin(), wholes.end(),
                           [&](const Whole& whole) { return total_differs(chart, whole, decimals, locale); });
    };
    if (form.flows) return chart.labels == Labels::all && flows_differ(chart, locale);
    if (form.totals == vocabulary::Totals::names)
        return std::any_of(chart.series.begin(), chart.series.end(),
                           [&](const auto& series) { return bridge_differs(chart, series.values, locale); });
    if (form.totals == vocabulary::Totals::rows && !form.unlabelled && chart.totals.value_or(false)) {
        std::vector<Whole> rows;
        for (const auto& series : chart.series) {
            rows.emplace_back();
            for (const auto& value : series.values) rows.back().add(value);
        }
        return any(rows);
    }
    // A ring has its sum in the middle, beside amounts.
    if (chart.form == vocabulary::Form::donut && chart.format.unit != "percent") {
        auto wholes = shared_wholes(chart);
        for (auto& whole : wholes) std::erase_if(whole.parts, [](const auto* part) { return *part->number <= 0; });
        return any(wholes);
    }
    const bool amounts = chart.stack == Stack::total || chart.stack == Stack::diverging;
    const bool totals = chart.totals.value_or(chart.stack == Stack::total);
    return form.totals == vocabulary::Totals::stacks && amounts && totals && any(stacks_of(chart));
}

}  // namespace

std::string_view rounding_word(const doc::Chart& chart, const locale::Locale& locale) {
    const bool labelled = chart.labels == Labels::automatic || chart.labels == Labels::all;
    if (!labelled || chart.series.empty()) return {};
    const auto wholes = shared_wholes(chart);
    const bool shares = chart.rounding == Rounding::each &&
                        std::any_of(wholes.begin(), wholes.end(),
                                    [&](const Whole& whole) { return shares_differ(chart, whole, locale); });
    if (shares || widths_differ(chart, locale)) return "rounding-shares";
    return any_total_differs(chart, locale) ? "rounding" : "";
}

std::optional<RoundingRefusal> refused_rounding(const doc::Chart& chart) {
    const auto wholes = shared_wholes(chart);
    if (wholes.empty() && row_of(chart.form).stacks)
        return RoundingRefusal{"it prints amounts, and computes no shares",
                               "give it a `series:` and `stack: percent`, or remove `rounding:`"};
    if (wholes.empty())
        return RoundingRefusal{"each of its columns has one part", "give it a `series:`, or remove `rounding:`"};
    if (chart.labels == Labels::none)
        return RoundingRefusal{"with `labels: none` it prints no shares",
                               "remove `labels: none`, or remove `rounding:`"};
    for (const auto& whole : wholes) {
        if (is_published(chart, whole))
            return RoundingRefusal{"its percentages are printed as published, and nothing changes them",
                                   "remove it: the note says that they may not add up; or draw the amounts that the "
                                   "percentages were computed from"};
        const auto is_zero = [](const doc::Value* part) { return *part->number == 0; };
        if (!whole.parts.empty() && std::all_of(whole.parts.begin(), whole.parts.end(), is_zero))
            return RoundingRefusal{(whole.name.empty() ? "its parts" : "the parts of “" + whole.name + "”") +
                                       " add up to 0, and have no shares",
                                   "leave such rows out in the query, or remove `rounding:`"};
    }
    return std::nullopt;
}

}  // namespace precis::bind
