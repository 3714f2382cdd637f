// chart/scales/time_ticks.h: round times for the words of a continuous time axis: minutes, hours, days, weeks, months,
// quarters, years, decades. Stage: extent in days -> TIME TICKS -> band axes, gantt. Pure.
#pragma once
#include <string>
#include <vector>

namespace precis::chart {

struct TimeTick {
    double day = 0;   // days since 1970-01-01
    std::string iso;  // `2026`, `2026-Q2`, `2026-04`, `2026-04-20`, `…T14:30`; the locale prints it
    bool operator==(const TimeTick&) const = default;
};
/// Round times within `from` … `to`, evenly apart in the calendar: at most `most` (1 or more), with `clock` one more.
///
/// The finest step that gives few enough ticks wins. Years and quarters begin with month `year_begins` (1 to 12).
/// `clock` allows hours and minutes, for data with times of day. Units: days since 1970-01-01.
[[nodiscard]] std::vector<TimeTick> time_ticks(double from, double to, int most, int year_begins = 1,
                                               bool clock = false);

}  // namespace precis::chart
