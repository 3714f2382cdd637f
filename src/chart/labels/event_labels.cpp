// chart/labels/event_labels.cpp: a beam search over the events from left to right. It keeps the cheapest arrangements
// of the labels so far and extends each with every place of the next label. The work is bounded, and the same events
// always get the same places. Stage: widths and marks -> EVENT LABELS -> places.
#include "chart/labels/event_labels.h"

#include <algorithm>

namespace precis::chart {
namespace {

constexpr std::size_t kBeam = 48;   // arrangements kept
constexpr double kApart = 5;        // between two labels of one level
constexpr double kLeaderApart = 2;  // between a leader and the words of a lower level
constexpr double kNear = 6;         // a slid label reaches its mark's centre up to this
constexpr double kOverhang = 0.4;   // of a label beyond the edge of its mark
constexpr double kSlack = 0.01;
// What a place costs; only the order matters, and it was set by eye: any label beats a missing one, shorter words beat
// a higher level, the other side of the line beats shorter words, any alignment beats the other side.
constexpr double kCostMissing = 1000, kCostLevel = 4, kCostShorter = 2.5, kCostBelow = 1;
constexpr double kCostSlid = 0.8, kCostCenter = 0.5, kCostRight = 0.4;

/// A stretch of a level that words or a leader take.
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

/// An arrangement with one more label, built only if it is among the cheapest.
struct Step {
    double cost = 0;              // of the whole arrangement
    std::size_t arrangement = 0;  // index of the one that it extends
    EventPlace place;
    double center = 0, width = 0;  // of the event's mark; of the label
};

/// A way to align a label with its mark.
struct Side {
    double left = 0, cost = 0;
    bool flush_right = false, centered = false;
};

/// The cheapest arrangements of the events that were added so far.
class EventLabelBeam {
  public:
    explicit EventLabelBeam(const EventRoom& room) : room_(room) {}

    void add(const EventWords& event) {
        std::vector<Step> steps;
        for (std::size_t i = 0; i < beam_.size(); ++i) add_steps(i, event, steps);
        std::stable_sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
        if (steps.size() > kBeam) steps.resize(kBeam);
        std::vector<Arrangement> extended;
        extended.reserve(steps.size());
        for (const auto& step : steps) extended.push_back(extended_by(step));
        beam_ = std::move(extended);
    }

    const Arrangement& best() const { return beam_.front(); }

  private:
    static double center_of(const EventWords& event) { return (event.from + event.to) / 2; }

    /// Left, right and centred; then slid along the line, where `pushed` is the end of the neighbour before.
    std::vector<Side> sides(const EventWords& event, double width, double pushed) const {
        const double center = center_of(event);
        std::vector<Side> sides{{event.from - kOverhang, event.wide ? kCostRight : 0, false, false},
                                {event.to + kOverhang - width, kCostRight, true, false},
                                {center - width / 2, event.wide ? 0 : kCostCenter, false, true}};
        // Slid to an edge of the room, a crossing line or a neighbour, but never away from the mark.
        std::vector<Side> slid{{room_.to - width, kCostSlid, false, false}, {room_.from, kCostSlid, false, false}};
        for (const double line : room_.crossed_by) {
            slid.push_back({line + kApart, kCostSlid, false, false});
            slid.push_back({line - kApart - width, kCostSlid, true, false});
        }
        slid.push_back({pushed, kCostSlid, false, false});
        for (const auto& side : slid) {
            if (center < side.left - kNear || center > side.left + width + kNear) continue;
            sides.push_back({side.left, side.cost, center > side.left + width / 2, false});
        }
        return sides;
    }

    bool in_room(double from, double to) const {
        if (from < room_.from - kSlack || to > room_.to + kSlack) return false;
        return std::none_of(room_.crossed_by.begin(), room_.crossed_by.end(),
                            [&](double line) { return from < line + kLeaderApart && line - kLeaderApart < to; });
    }

    static bool is_free(const Arrangement& arrangement, const Taken& wanted, double apart) {
        return std::none_of(arrangement.taken.begin(), arrangement.taken.end(), [&](const Taken& other) {
            return other.below == wanted.below && other.level == wanted.level &&
                   wanted.from < other.to + apart - kSlack && other.from < wanted.to + apart - kSlack;
        });
    }

    /// Where the next label of a level may begin.
    static double end_of(const Arrangement& arrangement, bool below, int level) {
        double end = -1e9;
        for (const auto& other : arrangement.taken) {
            if (other.below == below && other.level == level) end = std::max(end, other.to + kApart);
        }
        return end;
    }

    Arrangement extended_by(const Step& step) const {
        Arrangement extended = beam_[step.arrangement];
        extended.cost = step.cost;
        extended.places.push_back(step.place);
        const auto& place = step.place;
        if (!place.placed) return extended;
        extended.taken.push_back({place.below, place.level, place.left, place.left + step.width});
        for (int lower = 0; lower < place.level; ++lower)
            extended.taken.push_back({place.below, lower, step.center, step.center});
        return extended;
    }

    /// Every place of the event's label in one arrangement, and the arrangement without it.
    void add_steps(std::size_t index, const EventWords& event, std::vector<Step>& steps) const {
        const auto& arrangement = beam_[index];
        const double center = center_of(event);
        for (std::size_t wording = 0; wording < event.widths.size(); ++wording) {
            const double width = event.widths[wording];
            for (int slot = 0; slot < room_.levels * 2; ++slot) {
                const bool below = slot % 2 == 1;
                const int level = slot / 2;
                // The leader needs its way through the lower levels.
                bool reaches = true;
                for (int lower = 0; lower < level; ++lower)
                    reaches = reaches && is_free(arrangement, {below, lower, center, center}, kLeaderApart);
                if (!reaches) break;
                for (const auto& side : sides(event, width, end_of(arrangement, below, level))) {
                    const Taken wanted{below, level, side.left, side.left + width};
                    if (!in_room(wanted.from, wanted.to) || !is_free(arrangement, wanted, kApart)) continue;
                    const double cost = arrangement.cost + (side.cost + (below ? kCostBelow : 0) + kCostLevel * level +
                                                            kCostShorter * static_cast<double>(wording));
                    steps.push_back({cost,
                                     index,
                                     {true, wording, below, level, side.left, side.flush_right, side.centered},
                                     center,
                                     width});
                }
            }
        }
        steps.push_back({arrangement.cost + kCostMissing, index, {}, center, 0});
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
    EventLabelBeam beam(room);
    for (const auto i : order) beam.add(events[i]);
    std::vector<EventPlace> places(events.size());
    for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = beam.best().places[i];
    return places;
}

}  // namespace precis::chart
