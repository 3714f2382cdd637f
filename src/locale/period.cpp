// Periods: the ends are read by base/calendar.h; only the time of day is read here.
#include "locale/period.h"

#include "locale/locale.h"

namespace precis::locale {
namespace {

constexpr std::size_t kDayLength = 10;  // 2026-04-20
constexpr double kMinutesPerDay = 1440;

/// Takes `Z`, `+02:00` or `-05:30` off the end of a time; its minutes from UTC.
std::optional<int> take_offset(std::string_view& time) {
    constexpr std::size_t kLength = 6;
    if (time.ends_with('Z')) {
        time.remove_suffix(1);
        return 0;
    }
    if (time.size() <= kLength) return std::nullopt;
    const char sign = time[time.size() - kLength];
    const auto seconds = base::parse_clock(time.substr(time.size() - kLength + 1));
    if ((sign != '+' && sign != '-') || !seconds) return std::nullopt;
    time.remove_suffix(kLength);
    return (sign == '-' ? -1 : 1) * *seconds / 60;
}

/// The minute of `T14:30`, `T14:30:15` or the same after a space; seconds are dropped.
std::optional<int> minute_of(std::string_view time) {
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
    auto time = iso.substr(kDayLength);
    point.offset = take_offset(time);
    const auto minute = minute_of(time);
    if (!minute) return std::nullopt;
    point.minute = *minute;
    return point;
}

Days days_of(const DateTime& date) {
    if (date.day != 0) {
        const auto day = static_cast<double>(base::day_number(date.year, date.month, date.day));
        if (date.minute < 0) return {day, day + 1};
        const int minute = date.minute - date.offset.value_or(0);
        return {day + minute / kMinutesPerDay, day + (minute + 1) / kMinutesPerDay, date.offset};
    }
    if (date.week != 0) {
        const auto monday = static_cast<double>(base::week_begin(date.year, date.week));
        return {monday, monday + 7};
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
    return Days{days_of(ends->first).begin, days_of(ends->second).end, ends->first.offset};
}

}  // namespace precis::locale
