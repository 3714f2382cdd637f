// Dates and periods as data: `2026-04-20`, `2026-04`, `2026-Q1`, `2026`, `2026-04-20T14:30`, or two of them with a
// slash.
#include "locale/period.h"

#include <algorithm>

#include "base/calendar.h"
#include "locale/locale.h"

namespace precis::locale {
namespace {

bool digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int value_of(std::string_view text) {
    int value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

/// Of `T14:30`, `T14:30:15` or the same after a space, with or without Z: seconds are not told apart. -1: no time.
int minute_of(std::string_view time) {
    if (time.ends_with('Z')) time.remove_suffix(1);
    if ((time.size() != 6 && time.size() != 9) || (time[0] != 'T' && time[0] != ' ') || time[3] != ':') return -1;
    if (!digits(time.substr(1, 2)) || !digits(time.substr(4, 2))) return -1;
    if (time.size() == 9 && (time[6] != ':' || !digits(time.substr(7)) || value_of(time.substr(7)) > 59)) return -1;
    const int hour = value_of(time.substr(1, 2)), minute = value_of(time.substr(4, 2));
    return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

double next_month_begin(int year, int month) {
    return month == 12 ? day_number(year + 1, 1, 1) : day_number(year, month + 1, 1);
}

}  // namespace

// Source: proleptic Gregorian calendar; eras of 400 years counted from March, so that the leap day comes last.
double day_number(int year, int month, int day) {
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int of_era = y - era * 400;
    const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int leap_days = of_era / 4 - of_era / 100;
    return era * 146097.0 + of_era * 365.0 + leap_days + of_year - 719468.0;
}

std::optional<Point> parse_point(std::string_view iso) {
    if (iso.size() < 4 || !digits(iso.substr(0, 4))) return std::nullopt;
    Point point;
    point.year = value_of(iso.substr(0, 4));
    const auto rest = iso.substr(4);
    if (rest.empty()) return point;
    if (rest.size() == 3 && rest[0] == '-' && rest[1] == 'Q' && rest[2] >= '1' && rest[2] <= '4') {
        point.quarter = rest[2] - '0';
        return point;
    }
    if (rest[0] != '-' || rest.size() < 3 || !digits(rest.substr(1, 2))) return std::nullopt;
    point.month = value_of(rest.substr(1, 2));
    if (point.month < 1 || point.month > 12) return std::nullopt;
    if (rest.size() == 3) return point;
    if (rest.size() < 6 || rest[3] != '-' || !digits(rest.substr(4, 2))) return std::nullopt;
    point.day = value_of(rest.substr(4, 2));
    if (point.day < 1 || point.day > base::days_in_month(point.year, point.month)) return std::nullopt;
    if (rest.size() == 6) return point;
    point.minute = minute_of(rest.substr(6));
    return point.minute < 0 ? std::nullopt : std::optional(point);
}

Days days_of(const Point& point) {
    if (point.day != 0) {
        const double day = day_number(point.year, point.month, point.day);
        constexpr double kMinutes = 1440;
        if (point.minute >= 0) return {day + point.minute / kMinutes, day + (point.minute + 1) / kMinutes};
        return {day, day + 1};
    }
    if (point.month != 0) return {day_number(point.year, point.month, 1), next_month_begin(point.year, point.month)};
    if (point.quarter != 0) {
        const int last = point.quarter * 3;
        return {day_number(point.year, last - 2, 1), next_month_begin(point.year, last)};
    }
    return {day_number(point.year, 1, 1), day_number(point.year + 1, 1, 1)};
}

std::optional<std::pair<Point, Point>> parse_points(std::string_view iso) {
    const auto slash = iso.find('/');
    const auto first = parse_point(iso.substr(0, slash));
    if (!first) return std::nullopt;
    if (slash == std::string_view::npos) return std::pair{*first, *first};
    const auto last = parse_point(iso.substr(slash + 1));
    if (!last || days_of(*last).end <= days_of(*first).begin) return std::nullopt;
    return std::pair{*first, *last};
}

std::optional<Days> parse_period(std::string_view iso) {
    const auto points = parse_points(iso);
    if (!points) return std::nullopt;
    return Days{days_of(points->first).begin, days_of(points->second).end};
}

}  // namespace precis::locale
