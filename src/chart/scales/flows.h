// chart/scales/flows.h: the graph of a sankey chart: its nodes, their stages and totals, and its faults.
// Stage: doc::Chart -> FLOWS -> checks, flow_order, sankey, describe. Pure numbers.
//
// In: rows with a name in the category (from), a name in the channel `y` (to) and a number (the flow).
// Out: nodes in the order in which the rows name them first. Errors: none; checks/check_flows.h reports the faults.
// Cost: linear in rows and nodes.
#pragma once
#include <string>
#include <vector>

#include "doc/exhibit.h"

namespace precis::chart {

struct Flow {
    std::size_t row = 0;           // of the chart's categories
    std::size_t from = 0, to = 0;  // nodes
    double size = 0;               // 0 or more
};

struct FlowNode {
    std::string name;
    std::size_t stage = 0;   // the longest path from a node into which nothing flows
    double in = 0, out = 0;  // sums of its flows
    bool loud = false;

    double total() const { return in > out ? in : out; }
};

struct Flows {
    std::vector<FlowNode> nodes;
    std::vector<Flow> flows;
    std::size_t stages = 0;
    std::vector<std::size_t> cycle;  // nodes that flow in a circle, the first one again at the end; empty: none
};

/// Rows without a name at an end, or without a number of 0 or more, are left out. With a cycle, stages are 0.
[[nodiscard]] Flows flows_of(const doc::Chart& chart);

/// The name that a row has in the channel `y`; empty if it has none.
[[nodiscard]] std::string flow_target(const doc::Chart& chart, std::size_t row);

/// The larger sum of a node, with a qualifier if one of its flows has one: that of all such flows, else "about". The
/// value itself if it is only one flow.
[[nodiscard]] doc::Value total_of(const doc::Chart& chart, const Flows& flows, std::size_t node);

/// Nodes through which something flows whose sums differ by more than rounding to `decimals` explains.
[[nodiscard]] std::vector<std::size_t> unbalanced(const Flows& flows, int decimals);

}  // namespace precis::chart
