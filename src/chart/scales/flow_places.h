// chart/scales/flow_places.h: heights and places of the nodes of a sankey chart, and of the ends of its flows.
// Stage: FlowOrder -> FLOW PLACES -> sankey. Pure numbers, in points from the top of the plot.
//
// All flows have one scale. Slots keep their order and their distances, and each lies as near as these allow to the
// middle of the places that it is joined to.
// Source: isotonic regression by pooling adjacent violators, as in dodge.h.
// Cost: linear in slots and flows, times a fixed number of passes.
#pragma once
#include <vector>

#include "chart/scales/flow_order.h"
#include "chart/scales/ticks.h"

namespace precis::chart {

struct FlowRoom {
    double height = 0;
    double gap = 0;             // between two slots
    double thin = 0;            // the least height of a node
    std::vector<double> words;  // by node: the height of its words, which stand at its middle; 0: none
};

/// The largest number of points for 1 at which every stage fits into the room; 0 if none does.
[[nodiscard]] double largest_scale(const Flows& flows, const FlowOrder& order, const FlowRoom& room);

struct FlowPlaces {
    std::vector<Interval> slots;                   // from top to bottom
    std::vector<std::vector<Interval>> out, into;  // by flow: its places beside the slots of its path, where it leaves
                                                   // them and where it enters the next ones
};
/// `scale`: at most that of largest_scale.
[[nodiscard]] FlowPlaces placed(const Flows& flows, const FlowOrder& order, const FlowRoom& room, double scale);

}  // namespace precis::chart
