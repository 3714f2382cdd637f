// chart/scales/flow_places.cpp: the scale by bisection, the places by passes over the stages, the ends of flows in the
// order of the slots that they lead to. Stage: FlowOrder -> FLOW PLACES -> sankey.
#include "chart/scales/flow_places.h"

#include <algorithm>

namespace precis::chart {
namespace {

constexpr int kPasses = 12, kHalvings = 50;

class Placing {
  public:
    Placing(const Flows& flows, const FlowOrder& order, const FlowRoom& room, double scale)
        : flows_(flows), order_(order), room_(room), scale_(scale) {}

    bool fits() const {
        return std::all_of(order_.stages.begin(), order_.stages.end(), [&](const auto& stage) {
            if (stage.empty()) return true;
            double needed = reach(stage.front()) + reach(stage.back());
            for (std::size_t i = 0; i + 1 < stage.size(); ++i) needed += distance(stage[i], stage[i + 1]);
            return needed <= room_.height + 1e-9;
        });
    }

    FlowPlaces run() {
        middles_.resize(order_.slots.size());
        joined_.resize(order_.slots.size());
        for (std::size_t f = 0; f < order_.paths.size(); ++f) {
            const auto& path = order_.paths[f];
            for (std::size_t i = 0; i + 1 < path.size(); ++i) {
                joined_[path[i]].push_back({path[i + 1], flows_.flows[f].size});
                joined_[path[i + 1]].push_back({path[i], flows_.flows[f].size});
            }
        }
        for (const auto& stage : order_.stages) spread(stage, std::vector<double>(stage.size(), room_.height / 2));
        const std::size_t n = order_.stages.size();
        for (int pass = 0; pass < kPasses; ++pass) {
            for (std::size_t step = 0; step < n; ++step) {
                const auto& stage = order_.stages[pass % 2 == 0 ? step : n - 1 - step];
                std::vector<double> wanted;
                for (const auto slot : stage) wanted.push_back(middle_of_joined(slot));
                spread(stage, wanted);
            }
        }
        return ends();
    }

  private:
    struct Join {
        std::size_t slot;
        double size;
    };

    double size_of(std::size_t slot) const {
        const auto& at = order_.slots[slot];
        return at.node ? flows_.nodes[*at.node].total() : flows_.flows[at.flow].size;
    }
    double tall(std::size_t slot) const {
        const double height = size_of(slot) * scale_;
        return order_.slots[slot].node ? std::max(height, room_.thin) : height;
    }
    double words(std::size_t slot) const {
        const auto& node = order_.slots[slot].node;
        return node && *node < room_.words.size() ? room_.words[*node] : 0;
    }
    /// From a slot's middle to the end of its mark or words.
    double reach(std::size_t slot) const { return std::max(tall(slot), words(slot)) / 2; }
    /// Between the middles of two neighbours. Words keep from words and marks from marks.
    double distance(std::size_t upper, std::size_t lower) const {
        return std::max((tall(upper) + tall(lower)) / 2 + room_.gap, (words(upper) + words(lower)) / 2);
    }

    double middle_of_joined(std::size_t slot) const {
        double sum = 0, weight = 0;
        for (const auto& join : joined_[slot]) {
            sum += middles_[join.slot] * join.size;
            weight += join.size;
        }
        return weight > 0 ? sum / weight : middles_[slot];
    }

    /// Puts the slots of a stage as near to the wanted middles as their distances and the room allow.
    void spread(const std::vector<std::size_t>& stage, const std::vector<double>& wanted) {
        if (stage.empty()) return;
        struct Block {
            double sum = 0;
            double count = 0;
            double mean() const { return sum / count; }
        };
        std::vector<Block> blocks;
        double offset = 0;
        std::vector<double> offsets;
        for (std::size_t i = 0; i < stage.size(); ++i) {
            if (i > 0) offset += distance(stage[i - 1], stage[i]);
            offsets.push_back(offset);
            blocks.push_back({wanted[i] - offset, 1});
            while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
                blocks[blocks.size() - 2].sum += blocks.back().sum;
                blocks[blocks.size() - 2].count += blocks.back().count;
                blocks.pop_back();
            }
        }
        const double top = reach(stage.front());
        const double bottom = std::max(top, room_.height - reach(stage.back()) - offset);
        std::size_t i = 0;
        for (const auto& block : blocks)
            for (double k = 0; k < block.count; ++k, ++i)
                middles_[stage[i]] = std::clamp(block.mean(), top, bottom) + offsets[i];
    }

    /// Flows leave and enter a node side by side, from its top down, in the order of the slots at their other ends.
    FlowPlaces ends() const {
        FlowPlaces places;
        for (std::size_t slot = 0; slot < order_.slots.size(); ++slot)
            places.slots.push_back({middles_[slot] - tall(slot) / 2, middles_[slot] + tall(slot) / 2});
        places.out.resize(order_.paths.size());
        places.into.resize(order_.paths.size());
        struct End {
            double other;  // middle of the slot at the other end
            std::size_t flow, step;
        };
        std::vector<std::vector<End>> out(order_.slots.size()), into(order_.slots.size());
        for (std::size_t f = 0; f < order_.paths.size(); ++f) {
            const auto& path = order_.paths[f];
            if (path.empty()) continue;
            places.out[f].resize(path.size() - 1);
            places.into[f].resize(path.size() - 1);
            for (std::size_t i = 0; i + 1 < path.size(); ++i) {
                out[path[i]].push_back({middles_[path[i + 1]], f, i});
                into[path[i + 1]].push_back({middles_[path[i]], f, i});
            }
        }
        for (std::size_t slot = 0; slot < order_.slots.size(); ++slot) {
            for (auto* ends : {&out[slot], &into[slot]}) {
                std::stable_sort(ends->begin(), ends->end(),
                                 [](const End& a, const End& b) { return a.other < b.other; });
                double top = places.slots[slot].lo;
                for (const auto& end : *ends) {
                    const double height = flows_.flows[end.flow].size * scale_;
                    auto& list = ends == &out[slot] ? places.out : places.into;
                    list[end.flow][end.step] = {top, top + height};
                    top += height;
                }
            }
        }
        return places;
    }

    const Flows& flows_;
    const FlowOrder& order_;
    const FlowRoom& room_;
    double scale_;
    std::vector<double> middles_;            // of the slots
    std::vector<std::vector<Join>> joined_;  // by slot
};

}  // namespace

double largest_scale(const Flows& flows, const FlowOrder& order, const FlowRoom& room) {
    double most = 0;
    for (const auto& node : flows.nodes) most = std::max(most, node.total());
    if (!(most > 0) || !Placing(flows, order, room, 0).fits()) return 0;
    double low = 0, high = room.height / most;  // the largest node alone
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (Placing(flows, order, room, middle).fits() ? low : high) = middle;
    }
    return low;
}

FlowPlaces placed(const Flows& flows, const FlowOrder& order, const FlowRoom& room, double scale) {
    return Placing(flows, order, room, scale).run();
}

}  // namespace precis::chart
