// Periods: the ends are read by base/calendar.h; only the time of day is read here.
#include "locale/period.h"

#include "locale/locale.h"

namespace precis::locale {
namespace {

constexpr std::size_t kDayLength = 10;  // 2026-04-20
constexpr double kMinutesPerDay = 1440;

/// The minute of `T14:30`, `T14:30:15` or the same after a space, with or without Z; seconds are dropped. The offset of
/// a Z is not applied: data prints the time that it states.
std::optional<int> minute_of(std::string_view time) {
    if (time.ends_with('Z')) time.remove_suffix(1);
    if (time.empty() || (time[0] != 'T' && time[0] != ' ')) return std::nullopt;
    const auto second = base::parse_clock(time.substr(1));
    return second ? std::optional(*second / 60) : std::nullopt;
}

double month_begin(int year, int month) {
    return static_cast<double>(base::day_number(year, month, 1));
}

double next_month_begin(int year, int month) {
    return month == 12 ? month_begin(year + 1, 1) : month_begin(year, month + 1);
}

}  // namespace

std::optional<DateTime> parse_date_time(std::string_view iso) {
    const auto date = base::parse_date(iso.substr(0, kDayLength));
    if (!date) return std::nullopt;
    DateTime point{*date};
    if (iso.size() <= kDayLength) return point;
    const auto minute = minute_of(iso.substr(kDayLength));
    if (!minute) return std::nullopt;
    point.minute = *minute;
    return point;
}

Days days_of(const DateTime& date) {
    if (date.day != 0) {
        const auto day = static_cast<double>(base::day_number(date.year, date.month, date.day));
        if (date.minute < 0) return {day, day + 1};
        return {day + date.minute / kMinutesPerDay, day + (date.minute + 1) / kMinutesPerDay};
    }
    if (date.month != 0) return {month_begin(date.year, date.month), next_month_begin(date.year, date.month)};
    if (date.quarter != 0) {
        const int last = date.quarter * 3;
        return {month_begin(date.year, last - 2), next_month_begin(date.year, last)};
    }
    return {month_begin(date.year, 1), month_begin(date.year + 1, 1)};
}

std::optional<std::pair<DateTime, DateTime>> parse_ends(std::string_view iso) {
    const auto slash = iso.find('/');
    const auto first = parse_date_time(iso.substr(0, slash));
    if (!first) return std::nullopt;
    if (slash == std::string_view::npos) return std::pair{*first, *first};
    const auto last = parse_date_time(iso.substr(slash + 1));
    if (!last || days_of(*last).end <= days_of(*first).begin) return std::nullopt;
    return std::pair{*first, *last};
}

std::optional<Days> parse_period(std::string_view iso) {
    const auto ends = parse_ends(iso);
    if (!ends) return std::nullopt;
    return Days{days_of(ends->first).begin, days_of(ends->second).end};
}

}  // namespace precis::locale
