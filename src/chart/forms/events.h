// chart/forms/events.h: the events of a timeline and their marks, which the drawing across and the list share.
// Stage: checked doc::Chart -> EVENTS -> timeline.cpp, event_list.cpp.
//
// In: categories are the events, periods their dates, series their lanes. Out: an event for each category.
// Pure. Cost: linear in events × lanes.
#pragma once
#include <string>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

constexpr double kHeldRadius = 5, kEventPill = 9;  // docs/design/looks.md#notation

struct Event {
    std::size_t category = 0, lane = 0;
    doc::Period period;
    bool held = true;         // else planned
    double from = 0, to = 0;  // x of its mark on a line across
    /// Longer than a month and a half: known by its quarter or year only.
    bool pill() const;
};

[[nodiscard]] std::vector<Event> events_of(const doc::Chart& chart);

/// A disc for an event that was held, a ring for a planned one, in the middle of `at`; a pill fills `at`.
void draw_event(Canvas& canvas, const Event& event, const base::Rect& at);

/// "Paris\t7–8 April 2026: >600".
[[nodiscard]] std::string words_of(const Canvas& canvas, const doc::Chart& chart, std::size_t event);

/// Draws the events as a list from top to bottom, for phones: date, mark, name, and below the name its detail and lane.
/// Planned periods stand behind the events within them. Returns the height.
double draw_event_list(Canvas& canvas, const doc::Chart& chart);

}  // namespace precis::chart
