// base/calendar.h: the Gregorian calendar in numbers.
#pragma once

namespace precis::base {

[[nodiscard]] constexpr bool is_leap_year(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}
/// `month` from 1 to 12.
[[nodiscard]] constexpr int days_in_month(int year, int month) {
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : kDays[month - 1];
}

}  // namespace precis::base
