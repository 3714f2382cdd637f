// Months and quarters are moved as numbers counted through the years.
#include "data/cells/period.h"

namespace precis::data {
namespace {

struct YearPart {
    long long year = 0;
    int part = 0;  // month or quarter, from 0
};

/// A part of a year, from 0, moved by `shift` parts; a year has `per_year` of them. nullopt outside the years 1 … 9999.
std::optional<YearPart> moved(int year, int part, int per_year, long long shift) {
    constexpr long long kMost = 10'000LL * 12;  // a greater shift leaves the years anyway, and could overflow
    if (shift > kMost || shift < -kMost) return std::nullopt;
    const long long at = static_cast<long long>(year) * per_year + part + shift;
    if (at < per_year || at >= 10'000LL * per_year) return std::nullopt;
    return YearPart{at / per_year, static_cast<int>(at % per_year)};
}

/// A year in four digits.
std::string written(long long year) {
    std::string out(4, '0');
    for (std::size_t at = 4; at-- > 0; year /= 10) out[at] = static_cast<char>('0' + year % 10);
    return out;
}

/// `2026-04`, `2026-Q2`, `2026-W07`: the year, the mark, then the number in `digits` digits, one or two. By hand: SQL
/// asks for it once a row.
std::string written(long long year, std::string_view mark, int number, std::size_t digits) {
    auto out = written(year);
    out += mark;
    if (digits == 2) out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
    return out;
}

/// A week stands for its Thursday, which decides the year that the week is counted in.
base::Date thursday_of(const base::Date& date) {
    return date.week == 0 ? date : base::date_of_day(base::week_begin(date.year, date.week) + 3);
}

}  // namespace

std::optional<base::Date> parse_date(std::string_view text) {
    const auto date = base::parse_date(text);
    return date && date->year != 0 ? date : std::nullopt;
}

std::optional<base::Date> parse_period_begin(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return parse_date(text);
    if (!parse_date(text.substr(slash + 1))) return std::nullopt;
    return parse_date(text.substr(0, slash));
}

std::string year_of(const base::Date& date) {
    return written(date.year);
}

std::optional<std::string> week_of(const base::Date& date, long long shift) {
    constexpr long long kMost = 10'000LL * 53;  // a greater shift leaves the years anyway, and could overflow
    if ((date.day == 0 && date.week == 0) || shift > kMost || shift < -kMost) return std::nullopt;
    const auto day =
        date.week == 0 ? base::day_number(date.year, date.month, date.day) : base::week_begin(date.year, date.week);
    const auto week = base::week_of_day(day + shift * 7);
    if (week.year < 1 || week.year > 9999) return std::nullopt;
    return written(week.year, "-W", week.week, 2);
}

std::optional<std::string> quarter_of(const base::Date& given, long long shift) {
    const auto date = thursday_of(given);
    if (date.quarter == 0 && date.month == 0) return std::nullopt;
    const int part = date.quarter != 0 ? date.quarter - 1 : (date.month - 1) / 3;
    const auto to = moved(date.year, part, 4, shift);
    if (!to) return std::nullopt;
    return written(to->year, "-Q", to->part + 1, 1);
}

std::optional<std::string> month_of(const base::Date& given, long long shift) {
    const auto date = thursday_of(given);
    if (date.month == 0) return std::nullopt;
    const auto to = moved(date.year, date.month - 1, 12, shift);
    if (!to) return std::nullopt;
    return written(to->year, "-", to->part + 1, 2);
}

}  // namespace precis::data
