// base/calendar.h: dates of the proleptic Gregorian calendar, from and to text and day numbers.
//
// In: text in the extended form of ISO 8601, years 0000 to 9999. Out: plain numbers; a part that the text does not
// give is 0. Day numbers count from 1970-01-01, which is 0; there is no time zone and no leap second. Pure and without
// a clock: "today" is always an argument of the caller.
// Errors: a text that is not a date gives nullopt; the caller words the message, because it knows what was expected.
// Source: ISO 8601-1:2019, 5.2; weeks begin on Monday, and week 1 has the year's first Thursday; `2026-Q2` is this
// program's own form for a quarter, ISO has none. Day numbers: Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms", days_from_civil and civil_from_days.
#pragma once
#include <optional>
#include <string_view>

namespace precis::base {

[[nodiscard]] constexpr bool is_leap_year(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}
/// `month` from 1 to 12.
[[nodiscard]] constexpr int days_in_month(int year, int month) {
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : kDays[month - 1];
}

/// A day, a week, a month, a quarter or a year; a part that is not given is 0.
struct Date {
    int year = 0;     // of a week: the year that it is counted in
    int quarter = 0;  // 1 … 4, of a quarter only
    int month = 0;    // 1 … 12
    int day = 0;      // 1 … 31
    int week = 0;     // 1 … 53, of a week only
    bool operator==(const Date&) const = default;
};

/// `2026-04-20`, `2026-W07`, `2026-04`, `2026-Q2` or `2026`; nullopt for anything else, for a day that its month does
/// not have, and for a 53rd week in a year of 52.
[[nodiscard]] std::optional<Date> parse_date(std::string_view iso);

/// `14:30` or `14:30:15` in seconds since midnight; nullopt for anything else, 24:00 and leap seconds included.
[[nodiscard]] std::optional<int> parse_clock(std::string_view iso);

/// Days from 1970-01-01 to a day, negative before it. `month` 1 … 12, `day` 1 … 31; the year may be any.
[[nodiscard]] long long day_number(int year, int month, int day);
/// The day with that number; its quarter and week are 0.
[[nodiscard]] Date date_of_day(long long number);

/// 52, or 53.
[[nodiscard]] int weeks_in_year(int year);
/// The day number of a week's Monday. `week` from 1.
[[nodiscard]] long long week_begin(int year, int week);
/// The week that a day is in; 2021-01-03 is in 2020-W53.
[[nodiscard]] Date week_of_day(long long number);

}  // namespace precis::base
