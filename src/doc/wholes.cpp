// Which values of a chart belong together, by its form and its panels.
#include "doc/wholes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "doc/channels.h"

namespace precis::doc {
namespace {

using vocabulary::Stack;

constexpr double kNearWhole = 2;  // percentages whose sum is so near to 100 are shares, as charts have it

using Panel = std::vector<const Chart::Series*>;

/// The series that are drawn in one plot: all of them, or those of each panel.
std::vector<Panel> panels_of(const Chart& chart) {
    std::vector<Panel> panels;
    std::map<std::string, std::size_t> places;
    for (const auto& series : chart.series) {
        const bool own = chart.facets && series.panel.empty();  // a panel for each series
        const auto [place, is_new] = places.emplace(chart.facets ? series.panel : std::string(), panels.size());
        if (own || is_new)
            panels.push_back({&series});
        else
            panels[place->second].push_back(&series);
    }
    return panels;
}

/// The sums that a bridge comes to: after each change, and where it names one.
void add_bridge(const Chart& chart, std::set<double>& out) {
    for (const auto& series : chart.series) {
        double running = 0;
        for (std::size_t c = 0; c < series.values.size(); ++c) {
            const bool is_sum = c < chart.category_total.size() && chart.category_total[c];
            const auto& number = series.values[c].number;
            running = is_sum ? number.value_or(running) : running + number.value_or(0);
            out.insert(running);
        }
    }
}

/// What flows into and out of each node.
void add_flows(const Chart& chart, std::set<double>& out) {
    const auto* targets = channel_of(chart, vocabulary::Channel::y);
    if (targets == nullptr || chart.series.empty()) return;
    std::map<std::string, std::pair<double, double>> nodes;
    const auto& values = chart.series.front().values;
    for (std::size_t i = 0; i < values.size() && i < targets->values.size() && i < chart.categories.size(); ++i) {
        nodes[chart.categories[i]].second += values[i].number.value_or(0);
        const auto& target = targets->values[i];
        nodes[target.text.empty() ? target.category : target.text].first += values[i].number.value_or(0);
    }
    for (const auto& [name, sums] : nodes) out.insert(std::max(sums.first, sums.second));
}

}  // namespace

double Whole::sum() const {
    double sum = 0;
    for (const auto* part : parts) sum += part->number.value_or(0);
    return sum;
}

void Whole::add(const Value& value) {
    if (value.number) parts.push_back(&value);
}

std::vector<Whole> stacks_of(const Chart& chart) {
    const bool area = row_of(chart.form).joined != vocabulary::Joined::no;
    std::vector<Whole> wholes;
    for (const auto& panel : panels_of(chart)) {
        if (panel.size() < 2) continue;
        const std::size_t count = chart.categories.size();
        for (std::size_t c = area && count > 0 ? count - 1 : 0; c < count; ++c) {
            Whole whole{chart.categories[c], {}};
            for (const auto* series : panel)
                if (c < series->values.size()) whole.add(series->values[c]);
            wholes.push_back(std::move(whole));
        }
    }
    return wholes;
}

std::vector<Whole> shared_wholes(const Chart& chart) {
    const auto& form = row_of(chart.form);
    if (!form.whole) return form.shares || chart.stack == Stack::percent ? stacks_of(chart) : std::vector<Whole>();
    std::vector<Whole> wholes;
    for (const auto& series : chart.series) {
        Whole whole{series.name, {}};
        for (const auto& value : series.values) whole.add(value);
        wholes.push_back(std::move(whole));
    }
    return wholes;
}

bool is_published(const Chart& chart, const Whole& whole) {
    return chart.format.unit == "percent" && (row_of(chart.form).whole || std::abs(whole.sum() - 100) <= kNearWhole);
}

std::vector<double> computed_numbers(const Chart& chart) {
    std::set<double> out;
    const auto& form = row_of(chart.form);
    const auto shared = shared_wholes(chart);
    for (const auto& whole : shared) {
        const double sum = whole.sum();
        if (form.shares || chart.form == vocabulary::Form::donut) out.insert(sum);
        if (!(sum > 0) || is_published(chart, whole)) continue;
        for (const auto* part : whole.parts) out.insert(100 * *part->number / sum);
    }
    if (form.flows) add_flows(chart, out);
    if (form.totals == vocabulary::Totals::names) add_bridge(chart, out);
    if (form.totals == vocabulary::Totals::rows && chart.totals.value_or(false)) {
        for (const auto& series : chart.series) {
            Whole row;
            for (const auto& value : series.values) row.add(value);
            out.insert(row.sum());
        }
    }
    if (chart.form == vocabulary::Form::funnel)
        for (const auto& series : chart.series)
            for (std::size_t c = 1; c < series.values.size(); ++c) {
                const auto &before = series.values[c - 1].number, &now = series.values[c].number;
                if (before && now && *before != 0) out.insert(100 * *now / *before);
            }
    const bool amounts = chart.stack == Stack::total || chart.stack == Stack::diverging;
    if (form.totals == vocabulary::Totals::stacks && amounts && chart.totals.value_or(chart.stack == Stack::total))
        for (const auto& whole : stacks_of(chart)) out.insert(whole.sum());
    return {out.begin(), out.end()};
}

}  // namespace precis::doc
