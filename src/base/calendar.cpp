// Dates to and from text and day numbers. Years are counted from March, so that the leap day is a year's last.
#include "base/calendar.h"

#include <algorithm>

#include "base/ascii.h"

namespace precis::base {
namespace {

constexpr long long kDaysPerEra = 146097;            // 400 years, after which the calendar repeats
constexpr long long kThursday = 3;                   // after Monday; 1970-01-01 was one
constexpr long long kDaysFromMarch0To1970 = 719468;  // 0000-03-01 to 1970-01-01

/// The number that the text's digits give; nullopt if a character is not a digit.
std::optional<int> whole_number(std::string_view text) {
    if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    int value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

/// Two digits of at most `most` after `sign`.
std::optional<int> part_after(std::string_view text, char sign, int most) {
    if (text.size() != 3 || text[0] != sign) return std::nullopt;
    const auto value = whole_number(text.substr(1));
    return value && *value <= most ? value : std::nullopt;
}

/// Days since the Monday on or before it.
long long weekday(long long number) {
    const auto day = (number + kThursday) % 7;
    return day < 0 ? day + 7 : day;
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 4 && iso.size() != 7 && iso.size() != 8 && iso.size() != 10) return std::nullopt;
    const auto year = whole_number(iso.substr(0, 4));
    if (!year) return std::nullopt;
    Date date;
    date.year = *year;
    if (iso.size() == 4) return date;
    if (iso.size() == 7 && iso[4] == '-' && iso[5] == 'Q') {
        if (iso[6] < '1' || iso[6] > '4') return std::nullopt;
        date.quarter = iso[6] - '0';
        return date;
    }
    if (iso.size() == 8) {
        if (iso[4] != '-') return std::nullopt;
        date.week = part_after(iso.substr(5), 'W', weeks_in_year(date.year)).value_or(0);
        return date.week == 0 ? std::nullopt : std::optional(date);
    }
    date.month = part_after(iso.substr(4, 3), '-', 12).value_or(0);
    if (date.month == 0) return std::nullopt;
    if (iso.size() == 7) return date;
    date.day = part_after(iso.substr(7), '-', days_in_month(date.year, date.month)).value_or(0);
    return date.day == 0 ? std::nullopt : std::optional(date);
}

std::optional<int> parse_clock(std::string_view iso) {
    if (iso.size() != 5 && iso.size() != 8) return std::nullopt;
    const auto hour = whole_number(iso.substr(0, 2));
    const auto minute = part_after(iso.substr(2, 3), ':', 59);
    const auto second = iso.size() == 5 ? 0 : part_after(iso.substr(5), ':', 59);
    if (!hour || *hour > 23 || !minute || !second) return std::nullopt;
    return (*hour * 60 + *minute) * 60 + *second;
}

long long day_number(int year, int month, int day) {
    const long long march_year = month <= 2 ? year - 1LL : year;
    const long long era = (march_year >= 0 ? march_year : march_year - 399) / 400;
    const long long year_of_era = march_year - era * 400;
    const long long day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const long long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * kDaysPerEra + day_of_era - kDaysFromMarch0To1970;
}

Date date_of_day(long long number) {
    const long long from_march_0 = number + kDaysFromMarch0To1970;
    const long long era = (from_march_0 >= 0 ? from_march_0 : from_march_0 - (kDaysPerEra - 1)) / kDaysPerEra;
    const long long day_of_era = from_march_0 - era * kDaysPerEra;
    const long long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long long month_from_march = (5 * day_of_year + 2) / 153;
    Date date;
    date.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
    date.month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

long long week_begin(int year, int week) {
    const auto january_4 = day_number(year, 1, 4);  // always in week 1
    return january_4 - weekday(january_4) + (week - 1) * 7LL;
}

int weeks_in_year(int year) {
    return static_cast<int>((week_begin(year + 1, 1) - week_begin(year, 1)) / 7);
}

Date week_of_day(long long number) {
    const auto monday = number - weekday(number);
    Date week;
    week.year = date_of_day(monday + kThursday).year;
    week.week = static_cast<int>((monday - week_begin(week.year, 1)) / 7) + 1;
    return week;
}

}  // namespace precis::base
