// chart/labels/event_labels.h: places for the names of events, over and under their line of time.
// Stage: widths and marks -> EVENT LABELS -> sides, levels and left edges. Numbers only; draws nothing. Points, along
// x.
#pragma once
#include <cstddef>
#include <vector>

namespace precis::chart {

/// An event's mark and the widths of its wordings.
struct EventWords {
    double from = 0, to = 0;     // of the mark
    bool wide = false;           // a pill: its words are best centred on it
    std::vector<double> widths;  // of the wordings, the preferred one first
};

/// Level 0 lies next to the line, level n is n labels' heights farther; its labels are tied to their marks by leaders.
struct EventPlace {
    bool placed = false;
    std::size_t wording = 0;  // index into the event's widths
    bool below = false;
    int level = 0;
    double left = 0;
    bool flush_right = false;  // the label's lines end at one x
    bool centered = false;     // the label's lines are centred
};

struct EventRoom {
    double from = 0, to = 0;         // words stay between these
    std::vector<double> crossed_by;  // upright lines that no word may cross
    int levels = 3;                  // at most, on either side
};

/// A place for each event of one line; every label lies at its own mark. An event that finds no place is not placed.
///
/// Shape: pairs with `events`, which may come in any order.
/// Cost: events × arrangements kept (48) × places (up to about 100) × labels placed so far.
[[nodiscard]] std::vector<EventPlace> place_events(const std::vector<EventWords>& events, const EventRoom& room);

}  // namespace precis::chart
