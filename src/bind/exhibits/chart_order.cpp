// The order of a chart's categories, decided before anything is drawn or exported: `sort:`.
#include <algorithm>
#include <numeric>

#include "bind/exhibits/chart.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

using vocabulary::Stack;

/// The series that the categories are divided by: each category has a value in one series only.
bool is_sectioned(const doc::Chart& chart) {
    if (chart.series.size() < 2) return false;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        std::size_t filled = 0;
        for (const auto& series : chart.series) filled += series.values[c].category.empty() ? 0 : 1;
        if (filled > 1) return false;
    }
    return true;
}

std::size_t section_of(const doc::Chart& chart, std::size_t c) {
    for (std::size_t s = 0; s < chart.series.size(); ++s)
        if (!chart.series[s].values[c].category.empty()) return s;
    return chart.series.size();
}

/// The number that a category is ranked by: the sum of its series; in a percent or diverging stack the first share.
std::optional<double> weight_of(const doc::Chart& chart, std::size_t c) {
    double sum = 0;
    bool any = false;
    for (const auto& series : chart.series) {
        if (!series.values[c].number) continue;
        sum += *series.values[c].number;
        any = true;
    }
    if (!any) return std::nullopt;
    const bool shares = chart.series.size() > 1 && (chart.stack == Stack::percent || chart.stack == Stack::diverging);
    if (!shares) return sum;
    const double first = chart.series.front().values[c].number.value_or(0);
    return chart.stack == Stack::percent && sum != 0 ? first / sum : first;
}

/// The middle of the values of all rows of that name, for forms that aggregate rows.
std::optional<double> median_of(const doc::Chart& chart, std::size_t c) {
    std::vector<double> numbers;
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
        for (const auto& series : chart.series)
            if (chart.categories[i] == chart.categories[c] && series.values[i].number)
                numbers.push_back(*series.values[i].number);
    if (numbers.empty()) return std::nullopt;
    std::nth_element(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2), numbers.end());
    return numbers[numbers.size() / 2];
}

}  // namespace

void ChartBinder::arrange(const std::vector<std::size_t>& order) {
    const auto arranged = [&](auto& list) {
        if (list.size() != order.size()) return;
        auto sorted = list;
        for (std::size_t i = 0; i < order.size(); ++i) sorted[i] = list[order[i]];
        list = std::move(sorted);
    };
    arranged(chart_.periods);
    arranged(chart_.categories);
    arranged(chart_.category_keys);
    arranged(chart_.category_details);
    arranged(chart_.category_highlighted);
    arranged(chart_.category_total);
    for (auto& series : chart_.series) {
        arranged(series.values);
        arranged(series.low);
        arranged(series.high);
    }
    for (auto& channel : chart_.extra) arranged(channel.values);
}

void ChartBinder::sort() {
    using vocabulary::Sort;
    if (!exhibit_.sort || *exhibit_.sort == Sort::data) return;
    if (!chart_.periods.empty() && form_.in_time) {
        report(context_,
               diag::error(diag::code::key_conflict, exhibit_.sort_span,
                           "dates are in the order of time and take no other", "remove `sort:`, or use `chart: bar`"));
        return;
    }
    const auto count = chart_.categories.size();
    const bool sections = !form_.row_marks && is_sectioned(chart_);
    std::vector<std::size_t> order(count), section(count), place(count);
    std::iota(order.begin(), order.end(), 0);
    std::vector<std::optional<double>> weight(count);
    for (std::size_t c = 0; c < count; ++c) {
        section[c] = sections ? section_of(chart_, c) : 0;
        weight[c] = form_.row_marks ? median_of(chart_, c) : weight_of(chart_, c);
    }
    const auto names = context_.inputs.locale.sorted(chart_.categories);
    for (std::size_t i = 0; i < count; ++i) place[names[i]] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (section[a] != section[b]) return section[a] < section[b];
        if (*exhibit_.sort == Sort::name) return place[a] < place[b];
        if (!weight[a] || !weight[b]) return weight[a].has_value() && !weight[b];  // without a number: last
        return *exhibit_.sort == Sort::value ? *weight[a] > *weight[b] : *weight[a] < *weight[b];
    });
    arrange(order);
}

}  // namespace precis::bind
