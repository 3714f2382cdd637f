// chart/scales/time_ticks.h: where a continuous time axis has its words: round days, weeks, months, quarters, years,
// decades. Stage: extent in days -> TIME TICKS -> gantt, calendars. Pure.
#pragma once
#include <string>
#include <vector>

namespace precis::chart {

struct TimeTick {
    double day = 0;   // since 1970-01-01
    std::string iso;  // `2026`, `2026-Q2`, `2026-04`, `2026-04-20`, `…T14:30`: the locale prints it
    bool operator==(const TimeTick&) const = default;
};
/// At most `most` (1 or more) round times within `from` … `to`, evenly apart in the calendar; years and quarters
/// from the month in which a year begins. `clock`: hours and minutes, too, for times of day.
[[nodiscard]] std::vector<TimeTick> time_ticks(double from, double to, int most, int year_begins = 1,
                                               bool clock = false);

}  // namespace precis::chart
