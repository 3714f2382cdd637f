// chart/scales/time_ticks.cpp: tries steps from minutes to millennia and keeps the first that gives few enough ticks.
// Stage: extent in days -> TIME TICKS -> band axes, gantt.
#include "chart/scales/time_ticks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "chart/scales/slots.h"

namespace precis::chart {
namespace {

constexpr double kMinutesADay = 1440;
constexpr double kSlack = 1e-6;  // of a step: sums of minutes miss whole days by less

std::string iso_of(int months, int step) {
    const int year = months / 12, month = months % 12;
    if (step % 12 == 0) return fmt::format("{}", year);
    if (step == 3) return fmt::format("{}-Q{}", year, month / 3 + 1);
    return fmt::format("{}-{:02}", year, month + 1);
}

}  // namespace

std::vector<TimeTick> time_ticks(double from, double to, int most, int year_begins, bool clock) {
    std::vector<TimeTick> ticks;
    const auto limit = static_cast<std::size_t>(std::max(most, 1));
    // Minutes and hours, all of them divisors of a day.
    for (const int step : {1, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720}) {
        const double each = step / kMinutesADay;
        if (!clock || !(to > from) || (to - from) / each > static_cast<double>(limit) + 0.01) continue;
        ticks.clear();
        for (double k = std::ceil(from / each - kSlack); k * each <= to + kSlack; ++k) {
            const double at = k * each, day = std::floor(at + kSlack);
            const CivilDay civil = civil_day(day);
            const int minute = static_cast<int>(std::lround((at - day) * kMinutesADay));
            ticks.push_back({at, fmt::format("{}-{:02}-{:02}T{:02}:{:02}", civil.year, civil.month, civil.day,
                                             minute / 60, minute % 60)});
        }
        if (ticks.size() > 1 && ticks.size() <= limit + 1) return ticks;
    }
    for (const int step : {1, 2, 7, 14}) {  // days
        if ((to - from) / step + 1 > static_cast<double>(limit) + 1) continue;
        ticks.clear();
        // Weeks begin on Mondays, as day 4 of the epoch (1970-01-05) does.
        for (double day = std::ceil((from - 4) / step) * step + 4; day <= to; day += step) {
            const CivilDay civil = civil_day(day);
            ticks.push_back({day, fmt::format("{}-{:02}-{:02}", civil.year, civil.month, civil.day)});
        }
        if (!ticks.empty() && ticks.size() <= limit) return ticks;
    }
    const CivilDay first = civil_day(from);
    const int begin = first.year * 12 + first.month - 1;
    for (const int step : {1, 3, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000}) {
        ticks.clear();
        // Quarters and years are counted from the month in which the year begins, other months from January.
        const int shift = step % 12 == 0 || step == 3 ? year_begins - 1 : 0;
        for (int month = ((begin - shift) / step) * step + shift;; month += step) {
            const double day = day_number({month / 12, month % 12 + 1, 1});
            if (day > to || ticks.size() > limit) break;
            if (day >= from) ticks.push_back({day, iso_of(month, step == 3 && year_begins != 1 ? 1 : step)});
        }
        if (!ticks.empty() && ticks.size() <= limit) return ticks;
    }
    if (ticks.size() > limit) ticks.resize(limit);
    return ticks;
}

}  // namespace precis::chart
