// Labels of events by a beam search from left to right: the best few arrangements of the events so far are kept, and
// each is tried with every place of the next one. Bounded work, the same answer every time.
#include "chart/labels/event_labels.h"

#include <algorithm>

namespace precis::chart {
namespace {

constexpr std::size_t kBeam = 48;   // arrangements kept
constexpr double kApart = 5;        // between two labels of one level
constexpr double kLeaderApart = 2;  // between a leader and the words of a lower level
constexpr double kNear = 6;         // from its mark to a label that is slid
constexpr double kOverhang = 0.4;   // a label's edge and its mark's
constexpr double kCostBelow = 1, kCostLevel = 4, kCostShorter = 2.5, kCostMissing = 1000;
constexpr double kCostRight = 0.4, kCostCenter = 0.5, kCostSlid = 0.8;

struct Taken {
    bool below = false;
    int level = 0;
    double from = 0, to = 0;
};

struct Arrangement {
    double cost = 0;
    std::vector<EventPlace> places;  // in the order of the search
    std::vector<Taken> taken;
};

/// One more label on an arrangement; built out only if it is among the best.
struct Step {
    double cost = 0;  // of the whole arrangement
    std::size_t so_far = 0;
    EventPlace place;
    double center = 0, width = 0;
};

struct Side {
    double left = 0, cost = 0;
    bool flush_right = false, centered = false;
};

class Search {
  public:
    explicit Search(const EventRoom& room) : room_(room) {}

    void next(const EventWords& event) {
        std::vector<Step> steps;
        for (std::size_t i = 0; i < beam_.size(); ++i) grow(i, event, steps);
        std::stable_sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
        if (steps.size() > kBeam) steps.resize(kBeam);
        std::vector<Arrangement> grown;
        grown.reserve(steps.size());
        for (const auto& step : steps) grown.push_back(taken(step));
        beam_ = std::move(grown);
    }

    const Arrangement& best() const { return beam_.front(); }

  private:
    static double center_of(const EventWords& event) { return (event.from + event.to) / 2; }

    std::vector<Side> sides(const EventWords& event, double width, double pushed) const {
        const double center = center_of(event);
        std::vector<Side> all{{event.from - kOverhang, event.wide ? kCostRight : 0, false, false},
                              {event.to + kOverhang - width, kCostRight, true, false},
                              {center - width / 2, event.wide ? 0 : kCostCenter, false, true}};
        // Slid as far as an edge, a line or a neighbour asks, but never away from the mark.
        std::vector<Side> slid{{room_.to - width, kCostSlid, false, false}, {room_.from, kCostSlid, false, false}};
        for (const double line : room_.crossed_by) {
            slid.push_back({line + kApart, kCostSlid, false, false});
            slid.push_back({line - kApart - width, kCostSlid, true, false});
        }
        slid.push_back({pushed, kCostSlid, false, false});
        for (const auto& side : slid) {
            if (center < side.left - kNear || center > side.left + width + kNear) continue;
            all.push_back({side.left, side.cost, center > side.left + width / 2, false});
        }
        return all;
    }

    bool in_room(double from, double to) const {
        if (from < room_.from - 0.01 || to > room_.to + 0.01) return false;
        return std::none_of(room_.crossed_by.begin(), room_.crossed_by.end(),
                            [&](double line) { return from < line + kLeaderApart && line - kLeaderApart < to; });
    }

    static bool is_free(const Arrangement& so_far, const Taken& wanted, double apart) {
        return std::none_of(so_far.taken.begin(), so_far.taken.end(), [&](const Taken& other) {
            return other.below == wanted.below && other.level == wanted.level &&
                   wanted.from < other.to + apart - 0.01 && other.from < wanted.to + apart - 0.01;
        });
    }

    static double end_of(const Arrangement& so_far, bool below, int level) {
        double end = -1e9;
        for (const auto& other : so_far.taken) {
            if (other.below == below && other.level == level) end = std::max(end, other.to + kApart);
        }
        return end;
    }

    Arrangement taken(const Step& step) const {
        Arrangement more = beam_[step.so_far];
        more.cost = step.cost;
        more.places.push_back(step.place);
        const auto& place = step.place;
        if (!place.placed) return more;
        more.taken.push_back({place.below, place.level, place.left, place.left + step.width});
        for (int lower = 0; lower < place.level; ++lower)
            more.taken.push_back({place.below, lower, step.center, step.center});
        return more;
    }

    void grow(std::size_t index, const EventWords& event, std::vector<Step>& steps) const {
        const auto& so_far = beam_[index];
        const double center = center_of(event);
        for (std::size_t wording = 0; wording < event.widths.size(); ++wording) {
            const double width = event.widths[wording];
            for (int slot = 0; slot < room_.levels * 2; ++slot) {
                const bool below = slot % 2 == 1;
                const int level = slot / 2;
                // A leader passes the lower levels.
                bool reaches = true;
                for (int lower = 0; lower < level; ++lower)
                    reaches = reaches && is_free(so_far, {below, lower, center, center}, kLeaderApart);
                if (!reaches) break;
                for (const auto& side : sides(event, width, end_of(so_far, below, level))) {
                    const Taken wanted{below, level, side.left, side.left + width};
                    if (!in_room(wanted.from, wanted.to) || !is_free(so_far, wanted, kApart)) continue;
                    const double cost = so_far.cost + (side.cost + (below ? kCostBelow : 0) + kCostLevel * level +
                                                       kCostShorter * static_cast<double>(wording));
                    steps.push_back({cost,
                                     index,
                                     {true, wording, below, level, side.left, side.flush_right, side.centered},
                                     center,
                                     width});
                }
            }
        }
        steps.push_back({so_far.cost + kCostMissing, index, {}, center, 0});
    }

    const EventRoom& room_;
    std::vector<Arrangement> beam_{1};
};

}  // namespace

std::vector<EventPlace> place_events(const std::vector<EventWords>& events, const EventRoom& room) {
    std::vector<std::size_t> order(events.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return events[a].from + events[a].to < events[b].from + events[b].to;
    });
    Search search(room);
    for (const auto i : order) search.next(events[i]);
    std::vector<EventPlace> places(events.size());
    for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = search.best().places[i];
    return places;
}

}  // namespace precis::chart
