// chart/checks/check_flows.cpp: each row by itself, then pairs of rows, then the graph.
// Stage: doc::Chart -> CHECK FLOWS -> check.h, lint.h.
#include "chart/checks/check_flows.h"

#include <fmt/format.h>

#include <set>

#include "base/numbers.h"
#include "base/phrases.h"
#include "chart/canvas/numbers.h"
#include "chart/checks/codes.h"
#include "chart/scales/flows.h"
#include "diag/codes.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr std::size_t kNamed = 3;  // nodes out of balance; more are counted

struct FlowChecks {
    const doc::Chart& chart;
    const diag::Span& where;
    diag::Diagnostics& diagnostics;

    void fail(diag::Code code, std::string message, std::string remedy) const {
        diagnostics.push_back(diag::error(code, where, std::move(message), std::move(remedy)));
    }

    void row(std::size_t c, const doc::Value& size) const {
        const auto &from = chart.categories[c], to = flow_target(chart, c);
        if (from.empty() || from == "–" || to.empty())
            return fail(diag::code::bad_value,
                        fmt::format("the flow of row {} has no name in `{}`", c + 1, to.empty() ? "y" : "x"),
                        "leave the row out in the query, or name where it comes from and where it goes");
        const auto flow = fmt::format("the flow from “{}” to “{}”", from, to);
        if (!size.number) return fail(diag::code::bad_value, flow + " has no number", "leave the row out");
        if (*size.number < 0)
            fail(diag::code::bad_value, flow + " is " + base::shortest(*size.number) + ", below zero",
                 "exchange the names of `x` and `y` in this row, or leave it out");
    }

    void pairs() const {
        std::set<std::pair<std::string, std::string>> seen;
        for (std::size_t c = 0; c < chart.categories.size(); ++c) {
            const auto to = flow_target(chart, c);
            if (seen.emplace(chart.categories[c], to).second) continue;
            return fail(diag::code::duplicate_row,
                        fmt::format("the data have two rows for the flow from “{}” to “{}”", chart.categories[c], to),
                        "add them up in the query (`sum(…) … GROUP BY …`), or leave one out");
        }
    }

    void cycle() const {
        const auto flows = flows_of(chart);
        if (flows.cycle.empty()) return;
        std::string names;
        for (const auto node : flows.cycle) names += (names.empty() ? "" : " → ") + flows.nodes[node].name;
        fail(code::flow_cycle, "the flows run in a circle: " + names,
             "leave out the flow that runs back, or give its end a name of its own, as “" +
                 flows.nodes[flows.cycle.front()].name + ", later”");
    }
};

}  // namespace

void check_flows(const doc::Chart& chart, const diag::Span& where, diag::Diagnostics& diagnostics) {
    const FlowChecks checks{chart, where, diagnostics};
    if (channel_of(chart, vocabulary::Channel::y) == nullptr)
        return checks.fail(diag::code::channel_missing, "a sankey chart needs `y:`, the column of where flows go",
                           "add `y:` with the column's name");
    const auto before = diagnostics.size();
    for (const auto& series : chart.series)
        for (std::size_t c = 0; c < chart.categories.size() && c < series.values.size(); ++c)
            checks.row(c, series.values[c]);
    if (diagnostics.size() > before) return;
    checks.pairs();
    checks.cycle();
}

std::string imbalance_of(const doc::Chart& chart) {
    const auto flows = flows_of(chart);
    const int decimals = decimals_of(chart);
    const auto nodes = unbalanced(flows, decimals);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < nodes.size() && i < kNamed; ++i) {
        const auto& node = flows.nodes[nodes[i]];
        parts.push_back(fmt::format("into “{}” flow {}, out of it {}", node.name,
                                    base::shortest(base::rounded(node.in, decimals)),
                                    base::shortest(base::rounded(node.out, decimals))));
    }
    if (nodes.size() > kNamed) parts.push_back(fmt::format("and so at {} more", nodes.size() - kNamed));
    return base::joined(parts, "; ");
}

}  // namespace precis::chart
