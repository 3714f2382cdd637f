#include "base/calendar.h"

#include "catch.h"

using namespace precis::base;

TEST_CASE("dates are days, months, quarters and years, and nothing else", "[base]") {
    CHECK(parse_date("2026") == Date{2026});
    CHECK(parse_date("2026-Q3") == Date{2026, 3});
    CHECK(parse_date("2026-04") == Date{2026, 0, 4});
    CHECK(parse_date("2024-02-29") == Date{2024, 0, 2, 29});
    for (const auto* text :
         {"", "26", "2026-", "2026-Q5", "2026-Q0", "2026-00", "2026-13", "2026-4", "2026-04-00", "2026-04-31",
          "2025-02-29", "1900-02-29", "2026/04/20", "2026-04-20 ", "20260420", "2o26", "2026-04-20T14:00"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("weeks are those of ISO 8601, and a year has a 53rd or not", "[base]") {
    CHECK(parse_date("2026-W07") == Date{2026, 0, 0, 0, 7});
    CHECK(parse_date("2020-W53"));
    for (const auto* text : {"2021-W53", "2026-W00", "2026-W54", "2026-W7", "2026W07", "2026-w07", "2026-W7a"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text));
    }
    CHECK(week_of_day(day_number(2021, 1, 3)) == Date{2020, 0, 0, 0, 53});
    CHECK(week_of_day(day_number(2021, 1, 4)) == Date{2021, 0, 0, 0, 1});
    CHECK(week_of_day(day_number(2024, 12, 30)) == Date{2025, 0, 0, 0, 1});
    CHECK(week_of_day(day_number(2027, 1, 1)) == Date{2026, 0, 0, 0, 53});
    CHECK(week_begin(2026, 1) == day_number(2025, 12, 29));
    int long_years = 0;
    for (int year = 2000; year < 2400; ++year) long_years += weeks_in_year(year) == 53 ? 1 : 0;
    CHECK(long_years == 71);  // in each 400 years
    for (long long number = -800'000; number < 800'000; number += 11) {
        const auto week = week_of_day(number);
        REQUIRE(week_begin(week.year, week.week) <= number);
        REQUIRE(number < week_begin(week.year, week.week) + 7);
    }
}

TEST_CASE("a clock counts seconds since midnight", "[base]") {
    CHECK(parse_clock("00:00") == 0);
    CHECK(parse_clock("14:30") == 52200);
    CHECK(parse_clock("23:59:59") == 86399);
    for (const auto* text : {"", "14", "14:3", "24:00", "14:60", "14:30:60", "14:30:", "1430", "-1:30", "14.30"}) {
        INFO(text);
        CHECK_FALSE(parse_clock(text));
    }
}

TEST_CASE("a day number leads back to its day", "[base]") {
    CHECK(day_number(1970, 1, 1) == 0);
    CHECK(day_number(2000, 3, 1) == 11017);
    CHECK(day_number(1969, 12, 31) == -1);
    CHECK(date_of_day(-719528) == Date{0, 0, 1, 1});
    for (long long number = -800'000; number < 3'000'000; number += 17) {
        const auto date = date_of_day(number);
        REQUIRE(day_number(date.year, date.month, date.day) == number);
        REQUIRE(date.day <= days_in_month(date.year, date.month));
    }
}
