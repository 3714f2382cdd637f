// data/period.h: the dates and periods that data and queries are written with
// (docs/design/language.md#dates-numbers-and-lengths).
// Used by the loaders and by SQL's year(), quarter() and month(). Pure; knows no clock.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace precis::data {

/// A day, a month, a quarter or a year; what is not given is 0.
struct Date {
    int year = 0;
    int quarter = 0;  // 1 … 4, of a quarter only
    int month = 0;    // 1 … 12
    int day = 0;      // 1 … 31
    bool operator==(const Date&) const = default;
};

/// `2026-04-20`, `2026-04`, `2026-Q2` or `2026`; nothing else, and no day that its month does not have.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
/// A date, or two with a slash; the first of the two.
[[nodiscard]] std::optional<Date> parse_period_begin(std::string_view text);

/// `2026`; `2026-Q2`; `2026-04`, moved by `shift` quarters or months; nothing where the date is too coarse or the
/// result leaves the years 0001 … 9999.
[[nodiscard]] std::string year_of(const Date& date);
[[nodiscard]] std::optional<std::string> quarter_of(const Date& date, long long shift);
[[nodiscard]] std::optional<std::string> month_of(const Date& date, long long shift);

}  // namespace precis::data
