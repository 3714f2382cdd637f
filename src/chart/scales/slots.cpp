// chart/scales/slots.cpp: finds the calendar step that all periods share (year, quarter, month) and counts in it.
// Stage: doc::Chart -> SLOTS -> band and time axes.
#include "chart/scales/slots.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace precis::chart {

CivilDay civil_day(double days) {
    const auto z = static_cast<long long>(std::floor(days)) + 719468;
    const long long era = (z >= 0 ? z : z - 146096) / 146097;
    const long long day_of_era = z - era * 146097;
    const long long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long long mp = (5 * day_of_year + 2) / 153;
    const int month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
    return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), month,
            static_cast<int>(day_of_year - (153 * mp + 2) / 5 + 1)};
}

std::string iso_of(double days) {
    const CivilDay day = civil_day(days);
    const auto two = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
    return std::to_string(day.year) + two(day.month) + two(day.day);
}

double day_number(CivilDay day) {
    const long long y = day.year - (day.month <= 2 ? 1 : 0);
    const long long era = (y >= 0 ? y : y - 399) / 400;
    const long long year_of_era = y - era * 400;
    const long long day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    const long long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return static_cast<double>(era * 146097 + day_of_era - 719468);
}

Slots slots_of(const doc::Chart& chart) {
    Slots slots;
    slots.of.resize(chart.categories.size());
    std::iota(slots.of.begin(), slots.of.end(), 0);
    slots.count = slots.of.size();
    if (chart.periods.empty() || chart.periods.size() != chart.categories.size()) return slots;
    slots.kind = Slots::Kind::day;

    const auto month_of = [](const CivilDay& day) { return day.year * 12 + day.month - 1; };
    int length = 0, first = 0, last = 0;
    for (std::size_t i = 0; i < chart.periods.size(); ++i) {
        const CivilDay begin = civil_day(chart.periods[i].begin_day), end = civil_day(chart.periods[i].end_day);
        const int months = month_of(end) - month_of(begin);
        if (begin.day != 1 || end.day != 1 || (i > 0 && months != length)) return slots;
        length = months;
        first = i == 0 ? month_of(begin) : std::min(first, month_of(begin));
        last = i == 0 ? month_of(begin) : std::max(last, month_of(begin));
    }
    constexpr int kMostSlots = 1200;  // a century of months; longer axes place their points by day
    if (length != 12 && length != 3 && length != 1) return slots;
    if (first < 0 || (last - first) / length >= kMostSlots) return slots;
    slots.kind = length == 12 ? Slots::Kind::year : length == 3 ? Slots::Kind::quarter : Slots::Kind::month;
    slots.first_month = first;
    slots.count = static_cast<std::size_t>((last - first) / length) + 1;
    for (std::size_t i = 0; i < chart.periods.size(); ++i)
        slots.of[i] = static_cast<std::size_t>((month_of(civil_day(chart.periods[i].begin_day)) - first) / length);
    return slots;
}

Slots column_slots_of(const doc::Chart& chart) {
    constexpr std::size_t kMostSlotsAColumn = 2;
    Slots slots = slots_of(chart);
    if (slots.count <= kMostSlotsAColumn * slots.of.size()) return slots;
    doc::Chart untimed;
    untimed.categories = chart.categories;
    return slots_of(untimed);
}

}  // namespace precis::chart
