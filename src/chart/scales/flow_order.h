// chart/scales/flow_order.h: the order of nodes within the stages of a sankey chart, with as few crossings as possible.
// Stage: Flows -> FLOW ORDER -> flow_places, sankey. Pure numbers.
//
// A flow over several stages has a slot of its own in each stage that it passes, so that it never runs through a node.
// If no stage has more than kExact slots, no order has fewer crossings: dynamic programming over all orders of each
// stage. Else, from several beginnings, sweeps by barycentre and median in turn, then each stage takes the best order
// beside the others as they are, until that helps no more; the best order of all is kept. Deterministic.
// Source: the layered method of K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical
// System Structures", 1981; the median of E. R. Gansner, E. Koutsofios, S. C. North, K.-P. Vo, "A Technique for
// Drawing Directed Graphs", 1993; the moves within a stage of C. Matuszewski, R. Schönfeld, P. Molitor, "Using Sifting
// for k-Layer Straightline Crossing Minimization", 1999.
// Cost: for each of a limited number of passes, the square of a stage's slots, times their flows.
#pragma once
#include <optional>
#include <vector>

#include "chart/scales/flows.h"

namespace precis::chart {

constexpr std::size_t kExact = 5;  // slots in a stage: 120 orders

struct FlowOrder {
    struct Slot {
        std::optional<std::size_t> node;  // empty: a flow passes
        std::size_t flow = 0;             // that passes
    };
    std::vector<Slot> slots;
    std::vector<std::vector<std::size_t>> stages;  // slots, the topmost first
    std::vector<std::vector<std::size_t>> paths;   // by flow: its slots, stage by stage; empty for a flow of 0
};

[[nodiscard]] FlowOrder ordered(const Flows& flows);

/// How many pairs of flows cross between two stages, over all stages.
[[nodiscard]] std::size_t crossings(const FlowOrder& order);

}  // namespace precis::chart
