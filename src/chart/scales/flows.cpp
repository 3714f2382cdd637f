// chart/scales/flows.cpp: nodes by name; stages by taking away, again and again, the nodes into which nothing flows.
// Stage: doc::Chart -> FLOWS -> checks, flow_order, sankey, describe.
#include "chart/scales/flows.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "doc/channels.h"

namespace precis::chart {
namespace {

/// `waiting`: over 0 for the nodes of cycles, and for those behind them.
std::vector<std::size_t> cycle_among(const Flows& flows, const std::vector<std::size_t>& waiting) {
    // Each waiting node has a flow from another waiting node: walking back along them must meet a node again.
    std::vector<std::size_t> walked;
    auto node = static_cast<std::size_t>(
        std::find_if(waiting.begin(), waiting.end(), [](auto count) { return count > 0; }) - waiting.begin());
    for (;;) {
        if (const auto met = std::find(walked.begin(), walked.end(), node); met != walked.end()) {
            std::vector<std::size_t> cycle(met, walked.end());
            cycle.push_back(node);
            std::reverse(cycle.begin(), cycle.end());
            return cycle;
        }
        walked.push_back(node);
        node = std::find_if(flows.flows.begin(), flows.flows.end(), [&](const Flow& flow) {
                   return flow.to == node && waiting[flow.from] > 0;
               })->from;
    }
}

/// Sets the stages; on a cycle, names it instead.
void set_stages(Flows& flows) {
    std::vector<std::vector<std::size_t>> after(flows.nodes.size());
    std::vector<std::size_t> waiting(flows.nodes.size(), 0);  // for how many flows each node waits
    for (const auto& flow : flows.flows) {
        after[flow.from].push_back(flow.to);
        ++waiting[flow.to];
    }
    std::vector<std::size_t> ready;
    for (std::size_t n = 0; n < waiting.size(); ++n)
        if (waiting[n] == 0) ready.push_back(n);
    for (std::size_t i = 0; i < ready.size(); ++i) {
        for (const auto next : after[ready[i]]) {
            auto& stage = flows.nodes[next].stage;
            stage = std::max(stage, flows.nodes[ready[i]].stage + 1);
            if (--waiting[next] == 0) ready.push_back(next);
        }
    }
    if (ready.size() < flows.nodes.size()) {
        flows.cycle = cycle_among(flows, waiting);
        for (auto& node : flows.nodes) node.stage = 0;
    }
    for (const auto& node : flows.nodes) flows.stages = std::max(flows.stages, node.stage + 1);
}

}  // namespace

std::string flow_target(const doc::Chart& chart, std::size_t row) {
    const auto* channel = channel_of(chart, vocabulary::Channel::y);
    if (channel == nullptr || row >= channel->values.size()) return {};
    const auto& value = channel->values[row];
    const auto& words = value.category.empty() ? value.text : value.category;
    return words == "–" ? std::string() : words;
}

Flows flows_of(const doc::Chart& chart) {
    Flows flows;
    std::unordered_map<std::string, std::size_t> places;
    const auto node = [&](const std::string& name) {
        const auto [known, fresh] = places.emplace(name, flows.nodes.size());
        if (fresh) {
            const auto& loud = chart.highlighted;
            flows.nodes.push_back({name});
            flows.nodes.back().loud = std::find(loud.begin(), loud.end(), name) != loud.end();
        }
        return known->second;
    };
    for (std::size_t row = 0; row < chart.categories.size() && !chart.series.empty(); ++row) {
        const auto& values = chart.series.front().values;
        const auto to = flow_target(chart, row);
        if (row >= values.size() || !values[row].number || !(*values[row].number >= 0)) continue;
        if (chart.categories[row].empty() || to.empty()) continue;
        Flow flow{row, node(chart.categories[row]), 0, *values[row].number};
        flow.to = node(to);
        flows.nodes[flow.from].out += flow.size;
        flows.nodes[flow.to].in += flow.size;
        flows.flows.push_back(flow);
    }
    set_stages(flows);
    return flows;
}

doc::Value total_of(const doc::Chart& chart, const Flows& flows, std::size_t node) {
    const bool into = flows.nodes[node].in > flows.nodes[node].out;
    doc::Value total;
    total.number = flows.nodes[node].total();
    const doc::Value* only = nullptr;
    std::size_t count = 0;
    for (const auto& flow : flows.flows) {
        if ((into ? flow.to : flow.from) != node) continue;
        only = &chart.series.front().values[flow.row];
        ++count;
        if (only->qualifier == data::Qualifier::none || only->qualifier == data::Qualifier::exactly) continue;
        const bool first = total.qualifier == data::Qualifier::none;
        total.qualifier = first || total.qualifier == only->qualifier ? only->qualifier : data::Qualifier::about;
    }
    return count == 1 ? *only : total;
}

std::vector<std::size_t> unbalanced(const Flows& flows, int decimals) {
    std::vector<double> parts(flows.nodes.size(), 0);
    for (const auto& flow : flows.flows) {
        ++parts[flow.from];
        ++parts[flow.to];
    }
    std::vector<std::size_t> found;
    for (std::size_t n = 0; n < flows.nodes.size(); ++n) {
        const auto& node = flows.nodes[n];
        if (node.in <= 0 || node.out <= 0) continue;
        // Each flow may be rounded by half a unit of its last digit.
        const double tolerance = 0.5 * parts[n] * std::pow(10, -std::max(0, decimals)) + 1e-9 * node.total();
        if (std::abs(node.in - node.out) > tolerance) found.push_back(n);
    }
    return found;
}

}  // namespace precis::chart
