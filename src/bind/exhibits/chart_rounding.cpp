// bind/exhibits/chart_rounding.cpp: reads back what the chart will print, adds it up, and compares.
// Stage: bound chart -> CHART ROUNDING -> the exhibit's note.
#include "bind/exhibits/chart_rounding.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "base/numbers.h"

namespace precis::bind {
namespace {

using vocabulary::Stack;

constexpr int kMostDecimals = 6, kTotalDecimals = 2;  // of a printed number; of a computed total, as charts print it
constexpr double kSlack = 1e-9;

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

/// Parts of one whole.
struct Whole {
    std::vector<const doc::Value*> parts;
    double sum() const {
        double sum = 0;
        for (const auto* part : parts) sum += part->number.value_or(0);
        return sum;
    }
};

std::vector<Whole> stacks_of(const doc::Chart& chart) {
    std::vector<Whole> wholes(chart.categories.size());
    for (const auto& series : chart.series)
        for (std::size_t c = 0; c < wholes.size() && c < series.values.size(); ++c)
            if (series.values[c].number) wholes[c].parts.push_back(&series.values[c]);
    return wholes;
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

/// Whether the number over a stack differs from the sum of the numbers inside.
bool total_differs(const doc::Chart& chart, const Whole& whole, const locale::Locale& locale) {
    if (whole.parts.size() < 2) return false;
    Printed printed;
    int total_decimals = chart.format.decimals;
    int computed = 0;
    for (const auto* part : whole.parts) {
        const auto decimals = decimals_of(*part, locale);
        if (!decimals) return false;
        printed.add(*part->number, *decimals);
    }
    for (const auto& series : chart.series)
        for (const auto& value : series.values)
            if (value.number) computed = std::max(computed, needed_decimals(*value.number));
    if (total_decimals < 0) total_decimals = computed;
    const double total = base::rounded(whole.sum(), total_decimals);
    printed.most_error += 0.5 * std::pow(10, -total_decimals);
    return printed.differs_by_rounding(total);
}

/// Whether the shares that are printed do not make 100. Percentages that do are printed as published, others as whole
/// shares of their sum.
bool shares_differ(const doc::Chart& chart, const Whole& whole, const locale::Locale& locale) {
    constexpr double kRounding = 2, kLeastWhole = 0.95;  // as charts have it; smaller shares have a decimal
    const double sum = whole.sum();
    if (whole.parts.size() < 2 || !(sum > 0)) return false;
    const bool published =
        chart.format.unit == "percent" && (row_of(chart.form).whole || std::abs(sum - 100) <= kRounding);
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

}  // namespace

std::string_view rounding_word(const doc::Chart& chart, const locale::Locale& locale) {
    const bool labelled = chart.labels == vocabulary::Labels::automatic || chart.labels == vocabulary::Labels::all;
    if (!labelled || chart.series.empty()) return {};
    const auto& form = row_of(chart.form);
    if (form.whole) {
        Whole whole;
        for (const auto& value : chart.series.front().values)
            if (value.number && *value.number > 0) whole.parts.push_back(&value);
        return shares_differ(chart, whole, locale) ? "rounding-shares" : "";
    }
    if (!form.stacks || chart.series.size() < 2) return {};
    auto wholes = stacks_of(chart);
    // A stacked area prints its numbers at its end, and no total.
    const bool area = form.joined != vocabulary::Joined::no;
    if (area && !wholes.empty()) wholes.erase(wholes.begin(), wholes.end() - 1);
    const auto any = [&](auto differs) {
        return std::any_of(wholes.begin(), wholes.end(),
                           [&](const Whole& whole) { return differs(chart, whole, locale); });
    };
    if (chart.stack == Stack::percent) return any(shares_differ) ? "rounding-shares" : "";
    const bool totals = !area && chart.totals.value_or(chart.stack == Stack::total);
    return totals && chart.stack == Stack::total && any(total_differs) ? "rounding" : "";
}

}  // namespace precis::bind
