// chart/labels/event_labels.h: where the names of events stand over and under their line of time.
// Stage: widths and marks -> EVENT LABELS -> sides, levels and left edges. Numbers only; draws nothing.
#pragma once
#include <cstddef>
#include <vector>

namespace precis::chart {

/// An event's mark and how wide its words would be: the widest wording first, which is the one that is wanted most.
struct EventWords {
    double from = 0, to = 0;  // of the mark
    bool wide = false;        // a pill: its words stand in its middle
    std::vector<double> widths;
};

/// Level 0 stands next to the line; each further one a label's height away, tied to its mark by a leader.
struct EventPlace {
    bool placed = false;
    std::size_t wording = 0;
    bool below = false;
    int level = 0;
    double left = 0;
    bool flush_right = false;  // the words end alike
    bool centered = false;
};

struct EventRoom {
    double from = 0, to = 0;         // words stay between these
    std::vector<double> crossed_by;  // upright lines that no word may cross
    int levels = 3;                  // at most, on either side
};

/// One place for each event of a line, in the events' order; every label stands beside its own mark. What has no place
/// on any level is not placed.
[[nodiscard]] std::vector<EventPlace> place_events(const std::vector<EventWords>& events, const EventRoom& room);

}  // namespace precis::chart
