// chart/scales/flow_order.cpp: slots, their neighbours, the exact order of small charts, and sweeps and descents from
// several beginnings for large ones. Stage: Flows -> FLOW ORDER -> flow_places, sankey.
#include "chart/scales/flow_order.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace precis::chart {
namespace {

using Stage = std::vector<std::size_t>;  // slots, the topmost first
using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

constexpr int kSweeps = 12, kRounds = 20;  // limits; both mostly end sooner
constexpr int kBeginnings = 60;            // of charts with up to kFew slots and pieces of flows
constexpr std::size_t kFew = 600;          // more: four beginnings
constexpr std::size_t kMany = 160;         // slots of a stage; larger ones are only swept
constexpr std::size_t kStageExact = 9;     // slots of a stage: 512 subsets

/// Pairs (a, b) and (c, d) with a < c and b > d: a merge sort by the first that counts inversions of the second.
std::size_t inversions(std::vector<std::pair<std::size_t, std::size_t>> places) {
    std::sort(places.begin(), places.end());
    std::vector<std::size_t> ends, sorted;
    for (const auto& [from, to] : places) ends.push_back(to);
    std::size_t count = 0;
    for (std::size_t width = 1; width < ends.size(); width *= 2) {
        sorted.clear();
        for (std::size_t begin = 0; begin < ends.size(); begin += 2 * width) {
            const auto middle = std::min(begin + width, ends.size()), end = std::min(begin + 2 * width, ends.size());
            std::size_t left = begin, right = middle;
            while (left < middle || right < end) {
                const bool take_right = left == middle || (right < end && ends[right] < ends[left]);
                if (take_right && left < middle) count += middle - left;
                sorted.push_back(ends[take_right ? right++ : left++]);
            }
        }
        ends.swap(sorted);
    }
    return count;
}

class Ordering {
  public:
    explicit Ordering(FlowOrder& order) : order_(order), place_(order.slots.size(), 0) {
        edges_.resize(order.stages.size());
        before_.resize(order.slots.size());
        after_.resize(order.slots.size());
        for (const auto& path : order.paths) {
            for (std::size_t i = 0; i + 1 < path.size(); ++i) {
                before_[path[i + 1]].push_back(path[i]);
                after_[path[i]].push_back(path[i + 1]);
            }
        }
        for (std::size_t s = 0; s < order.stages.size(); ++s)
            for (const auto slot : order.stages[s])
                for (const auto next : after_[slot]) edges_[s].emplace_back(slot, next);
        number();
    }

    std::size_t count() const {
        std::size_t sum = 0;
        for (std::size_t s = 0; s + 1 < order_.stages.size(); ++s) sum += between(s);
        return sum;
    }

    void run() {
        const bool small = std::all_of(order_.stages.begin(), order_.stages.end(),
                                       [](const Stage& stage) { return stage.size() <= kExact; });
        if (small) return run_exactly();
        best_ = order_.stages;
        fewest_ = count();
        const auto given = order_.stages;
        std::mt19937 dice(1);  // the same beginnings in every run
        std::size_t pieces = order_.slots.size();
        for (const auto& edges : edges_) pieces += edges.size();
        const int beginnings = pieces <= kFew ? kBeginnings : 4;
        for (int beginning = 0; beginning < beginnings && fewest_ > 0; ++beginning) {
            order_.stages = given;
            for (auto& stage : order_.stages) {
                if (beginning == 1) std::reverse(stage.begin(), stage.end());
                for (std::size_t i = stage.size(); beginning > 3 && i > 1; --i)
                    std::swap(stage[i - 1], stage[dice() % i]);
            }
            number();
            if (beginning != 0) sweep(beginning % 2 == 1);
            descend();
        }
        order_.stages = best_;
    }

  private:
    void number() {
        for (const auto& stage : order_.stages)
            for (std::size_t i = 0; i < stage.size(); ++i) place_[stage[i]] = i;
    }
    /// Crossings between a stage and the next.
    std::size_t between(std::size_t s) const {
        Edges places;
        for (const auto& [from, to] : edges_[s]) places.emplace_back(place_[from], place_[to]);
        return inversions(std::move(places));
    }
    void arrange(std::size_t s, const Stage& slots) {
        order_.stages[s] = slots;
        for (std::size_t i = 0; i < slots.size(); ++i) place_[slots[i]] = i;
    }

    /// The least number of crossings up to each order of a stage is that up to the best order of the stage before,
    /// and the crossings between the two.
    void run_exactly() {
        std::vector<std::vector<Stage>> orders(order_.stages.size());
        for (std::size_t s = 0; s < orders.size(); ++s) {
            std::vector<std::size_t> turn(order_.stages[s].size());
            std::iota(turn.begin(), turn.end(), 0);
            do {
                Stage stage;
                for (const auto i : turn) stage.push_back(order_.stages[s][i]);
                orders[s].push_back(std::move(stage));
            } while (std::next_permutation(turn.begin(), turn.end()));
        }
        std::vector<std::vector<std::size_t>> came_from(orders.size());
        std::vector<std::size_t> least(orders.empty() ? 0 : orders[0].size(), 0);
        for (std::size_t s = 1; s < orders.size(); ++s) {
            std::vector<std::size_t> next(orders[s].size(), static_cast<std::size_t>(-1));
            came_from[s].resize(orders[s].size());
            for (std::size_t a = 0; a < orders[s - 1].size(); ++a) {
                arrange(s - 1, orders[s - 1][a]);
                for (std::size_t b = 0; b < orders[s].size(); ++b) {
                    if (least[a] >= next[b]) continue;
                    arrange(s, orders[s][b]);
                    const auto sum = least[a] + between(s - 1);
                    if (sum >= next[b]) continue;
                    next[b] = sum;
                    came_from[s][b] = a;
                }
            }
            least = std::move(next);
        }
        if (orders.empty()) return;
        auto at = static_cast<std::size_t>(std::min_element(least.begin(), least.end()) - least.begin());
        for (std::size_t s = orders.size(); s-- > 0;) {
            arrange(s, orders[s][at]);
            if (s > 0) at = came_from[s][at];
        }
    }

    /// Where the neighbours of a slot want it; its own place if it has none.
    double wanted(std::size_t slot, const std::vector<std::vector<std::size_t>>& neighbours, bool median) const {
        std::vector<double> places;
        for (const auto other : neighbours[slot]) places.push_back(static_cast<double>(place_[other]));
        if (places.empty()) return static_cast<double>(place_[slot]);
        if (!median) return std::accumulate(places.begin(), places.end(), 0.0) / static_cast<double>(places.size());
        std::sort(places.begin(), places.end());
        const auto half = places.size() / 2;
        return places.size() % 2 == 1 ? places[half] : (places[half - 1] + places[half]) / 2;
    }
    void sort_stage(std::size_t s, const std::vector<std::vector<std::size_t>>& neighbours, bool median) {
        std::vector<std::pair<double, std::size_t>> keys;
        for (const auto slot : order_.stages[s]) keys.emplace_back(wanted(slot, neighbours, median), slot);
        std::stable_sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        Stage stage;
        for (const auto& [key, slot] : keys) stage.push_back(slot);
        arrange(s, stage);
    }
    void sweep(bool median_first) {
        const std::size_t n = order_.stages.size();
        for (int i = 0; i < kSweeps && fewest_ > 0; ++i) {
            const bool down = i % 2 == 0, median = (i / 2 % 2 == 0) == median_first;
            for (std::size_t step = 1; step < n; ++step) {
                if (down)
                    sort_stage(step, before_, median);
                else
                    sort_stage(n - 1 - step, after_, median);
            }
            keep_if_best();
        }
    }
    void keep_if_best() {
        const auto now = count();
        if (now >= fewest_) return;
        fewest_ = now;
        best_ = order_.stages;
    }
    /// Gives each stage its best order beside the others as they are, until that avoids no crossing.
    void descend() {
        auto before = static_cast<std::size_t>(-1);
        const std::size_t n = order_.stages.size();
        for (int i = 0; i < kRounds && count() < before; ++i) {
            before = count();
            for (std::size_t step = 0; step < n; ++step) improve(i % 2 == 0 ? step : n - 1 - step);
        }
        keep_if_best();
    }

    /// Crossings of the flows of two neighbours if `upper` is above.
    std::size_t crossings_of(std::size_t upper, std::size_t lower) const {
        std::size_t sum = 0;
        for (const auto* neighbours : {&before_, &after_}) {
            std::vector<std::size_t> above, below;
            for (const auto other : (*neighbours)[upper]) above.push_back(place_[other]);
            for (const auto other : (*neighbours)[lower]) below.push_back(place_[other]);
            std::sort(below.begin(), below.end());
            for (const auto place : above)
                sum += static_cast<std::size_t>(std::lower_bound(below.begin(), below.end(), place) - below.begin());
        }
        return sum;
    }
    /// Crossings of the flows of each pair of slots of a stage, with the first one above.
    std::vector<std::vector<std::size_t>> costs_of(const Stage& stage) const {
        std::vector<std::vector<std::size_t>> costs(stage.size(), std::vector<std::size_t>(stage.size(), 0));
        for (std::size_t i = 0; i < stage.size(); ++i)
            for (std::size_t k = 0; k < stage.size(); ++k)
                if (i != k) costs[i][k] = crossings_of(stage[i], stage[k]);
        return costs;
    }
    void improve(std::size_t s) {
        const Stage stage = order_.stages[s];
        if (stage.size() < 2 || stage.size() > kMany) return;
        const auto costs = costs_of(stage);
        const auto turn = stage.size() <= kStageExact ? best_turn(costs) : sifted(costs);
        Stage better;
        for (const auto i : turn) better.push_back(stage[i]);
        arrange(s, better);
    }
    /// The best order of a stage, by the best order of each of its subsets (M. Held, R. M. Karp, 1962): the last slot
    /// of a subset crosses with all others above it.
    static Stage best_turn(const std::vector<std::vector<std::size_t>>& costs) {
        const std::size_t n = costs.size(), all = (std::size_t{1} << n) - 1;
        std::vector<std::size_t> least(all + 1, static_cast<std::size_t>(-1)), last(all + 1, 0);
        least[0] = 0;
        for (std::size_t set = 1; set <= all; ++set) {
            for (std::size_t slot = n; slot-- > 0;) {
                if ((set >> slot & 1U) == 0) continue;
                const auto others = set & ~(std::size_t{1} << slot);
                auto sum = least[others];
                for (std::size_t other = 0; other < n; ++other)
                    if ((others >> other & 1U) != 0) sum += costs[other][slot];
                if (sum >= least[set]) continue;
                least[set] = sum;
                last[set] = slot;
            }
        }
        Stage turn;
        for (auto set = all; set != 0; set &= ~(std::size_t{1} << turn.back())) turn.push_back(last[set]);
        std::reverse(turn.begin(), turn.end());
        return turn;
    }
    /// Moves each slot to its best place among the others, until none has a better one.
    static Stage sifted(const std::vector<std::vector<std::size_t>>& costs) {
        Stage turn(costs.size());
        std::iota(turn.begin(), turn.end(), 0);
        bool better = true;
        for (int i = 0; i < kRounds && better; ++i) {
            better = false;
            for (std::size_t slot = 0; slot < costs.size(); ++slot) {
                const auto at = static_cast<std::size_t>(std::find(turn.begin(), turn.end(), slot) - turn.begin());
                turn.erase(turn.begin() + static_cast<std::ptrdiff_t>(at));
                // From the top down: below each further slot, those two exchange their crossings.
                std::ptrdiff_t change = 0, least = 0, own = 0;
                std::size_t place = 0;
                for (std::size_t k = 0; k <= turn.size(); ++k) {
                    if (k == at) own = change;
                    if (change < least) {
                        least = change;
                        place = k;
                    }
                    if (k < turn.size())
                        change += static_cast<std::ptrdiff_t>(costs[turn[k]][slot]) -
                                  static_cast<std::ptrdiff_t>(costs[slot][turn[k]]);
                }
                if (least < own) better = true;
                turn.insert(turn.begin() + static_cast<std::ptrdiff_t>(least < own ? place : at), slot);
            }
        }
        return turn;
    }

    FlowOrder& order_;
    std::vector<std::size_t> place_;                        // of each slot in its stage
    std::vector<std::vector<std::size_t>> before_, after_;  // neighbours of each slot
    std::vector<Edges> edges_;                              // from each stage to the next
    std::vector<Stage> best_;
    std::size_t fewest_ = 0;
};

/// A slot for each node, and for each stage that a flow passes, in the order of the data.
FlowOrder slots_of(const Flows& flows) {
    FlowOrder order;
    order.stages.resize(flows.stages);
    order.paths.resize(flows.flows.size());
    const auto add = [&](FlowOrder::Slot slot, std::size_t stage) {
        order.slots.push_back(slot);
        order.stages[stage].push_back(order.slots.size() - 1);
        return order.slots.size() - 1;
    };
    for (std::size_t n = 0; n < flows.nodes.size(); ++n) add({n}, flows.nodes[n].stage);
    for (std::size_t f = 0; f < flows.flows.size(); ++f) {
        const auto& flow = flows.flows[f];
        if (!(flow.size > 0)) continue;
        auto& path = order.paths[f];
        path.push_back(flow.from);
        for (auto stage = flows.nodes[flow.from].stage + 1; stage < flows.nodes[flow.to].stage; ++stage)
            path.push_back(add({std::nullopt, f}, stage));
        path.push_back(flow.to);
    }
    return order;
}

}  // namespace

FlowOrder ordered(const Flows& flows) {
    auto order = slots_of(flows);
    Ordering(order).run();
    return order;
}

std::size_t crossings(const FlowOrder& order) {
    auto copy = order;
    return Ordering(copy).count();
}

}  // namespace precis::chart
