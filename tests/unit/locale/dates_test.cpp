// Dates and periods, in words and as days.
#include <algorithm>

#include "catch.h"
#include "locale/locale.h"

using precis::locale::Locale;
using precis::locale::parse_period;

namespace {
/// With plain spaces, so that the examples can be read.
std::string plain(std::string text) {
    for (auto at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0")) text.replace(at, 2, " ");
    return text;
}
std::string date(std::string_view tag, std::string_view iso) {
    return plain(Locale::find(tag)->date(iso));
}
std::string within(std::string_view tag, std::string_view iso) {
    return plain(Locale::find(tag)->date_in_year(iso));
}
}  // namespace

TEST_CASE("dates and periods in English", "[locale]") {
    CHECK(date("en-GB", "2026-04-07/2026-04-08") == "7–8 April 2026");
    CHECK(date("en-GB", "2026-04-30/2026-05-02") == "30 April – 2 May 2026");
    CHECK(date("en-GB", "2025-12-30/2026-01-02") == "30 December 2025 – 2 January 2026");
    CHECK(date("en-GB", "2026-04-20") == "20 April 2026");
    CHECK(date("en-GB", "2026-04") == "April 2026");
    CHECK(date("en-GB", "2025-05/2025-09") == "May–September 2025");
    CHECK(date("en-GB", "2025-07/2026-06") == "July 2025 – June 2026");
    CHECK(date("en-GB", "2026-Q2") == "Q2 2026");
    CHECK(date("en-GB", "2025-Q1/2025-Q3") == "Q1–Q3 2025");
    CHECK(date("en-GB", "2026") == "2026");
    CHECK(date("en-GB", "2024/2026") == "2024–2026");
    CHECK(date("en-US", "2026-04-07/2026-04-08") == "April 7–8, 2026");
    CHECK(date("en-GB", "to be announced") == "to be announced");
}

TEST_CASE("dates in other languages", "[locale]") {
    CHECK(date("fr", "2026-04-01") == "1er avril 2026");
    CHECK(date("fr", "2026-Q2") == "T2 2026");
    CHECK(date("de", "2026-04-07/2026-04-08") == "7.–8. April 2026");
    CHECK(date("hi", "2026-04-20") == "20 अप्रैल 2026");
    CHECK(date("zh", "2026-04-07/2026-04-08") == "2026年4月7日至8日");
}

TEST_CASE("weeks in words", "[locale]") {
    CHECK(date("en-GB", "2026-W07") == "W7 2026");
    CHECK(date("en-US", "2026-W07/2026-W09") == "W7–W9 2026");
    CHECK(date("en-GB", "2025-W52/2026-W01") == "W52 2025 – W1 2026");
    CHECK(date("fr", "2026-W07") == "S7 2026");
    CHECK(date("de", "2026-W07") == "KW 7 2026");
    CHECK(date("zh", "2026-W07") == "2026年第7周");
    CHECK(date("hi", "2026-W07") == "2026 का सप्ताह 7");
    CHECK(within("de", "2026-W07") == "KW 7");
    CHECK(Locale::find("en-GB")->short_date("2026-W07") == "W7");
    CHECK(parse_period("2026-W01")->begin == parse_period("2025-12-29")->begin);
    CHECK(parse_period("2026-W01")->end == parse_period("2026-W02")->begin);
    CHECK_FALSE(parse_period("2021-W53"));
}

TEST_CASE("times that state their offset are places in one time", "[locale]") {
    const auto at = [](const char* time) { return parse_period(time)->begin; };
    CHECK(at("2026-10-25T02:30+01:00") - at("2026-10-25T02:30+02:00") == Approx(1 / 24.0));
    CHECK(at("2026-10-25T00:30Z") == at("2026-10-25T02:30+02:00"));
    CHECK(at("2026-03-01 23:00-05:30") == Approx(at("2026-03-02T04:30Z")));
    CHECK(parse_period("2026-10-25T02:30+02:00")->offset == 120);
    CHECK_FALSE(parse_period("2026-10-25T02:30")->offset);
    CHECK(date("en-GB", "2026-10-25T02:30+02:00") == "25 October 2026, 02:30");
    for (const auto* wrong : {"2026-10-25T02:30+2", "2026-10-25T02:30+25:00", "2026-10-25+02:00", "2026-10-25T+02:00"})
        CHECK_FALSE(parse_period(wrong));
}

TEST_CASE("short dates for axes", "[locale]") {
    const auto en = Locale::find("en-GB").value();
    CHECK(en.weekday(0) == "Mon");
    CHECK(en.weekday(6) == "Sun");
    CHECK(en.short_date("2026") == "’26");
    CHECK(en.short_date("2009") == "’09");
    CHECK(plain(en.short_date("2026-04")) == "Apr 26");
    CHECK(en.short_date("2026-Q2") == "Q2");
    CHECK(plain(en.short_date("2026-04-07")) == "7 Apr");
}

TEST_CASE("a period's days", "[locale]") {
    CHECK(parse_period("1970-01-01")->begin == 0);
    CHECK(parse_period("2026-04-07/2026-04-08")->end - parse_period("2026-04-07/2026-04-08")->begin == 2);
    CHECK(parse_period("2024")->end - parse_period("2024")->begin == 366);
    CHECK(parse_period("2026-Q1")->end == parse_period("2026-Q2")->begin);
    CHECK(parse_period("2026-12")->end == parse_period("2027-01-01")->begin);
    CHECK(parse_period("2000-02-29"));
}

TEST_CASE("a text that is not a date has no days", "[locale]") {
    for (const auto* word : {"", "26", "2026-13", "2026-02-29", "1900-02-29", "2026-Q5", "2026-4", "2026/2025",
                             "2026-04-07/", "Q2 2026", "stage 3"}) {
        INFO(word);
        CHECK_FALSE(parse_period(word));
    }
}

TEST_CASE("a date can be printed without its year", "[locale]") {
    CHECK(within("en-GB", "2026-04-07/2026-04-08") == "7–8 April");
    CHECK(within("en-GB", "2026-09") == "September");
    CHECK(within("en-GB", "2026-Q2") == "Q2");
    CHECK(within("en-GB", "2026").empty());
    CHECK(within("en-GB", "2025-12-30/2026-01-02") == date("en-GB", "2025-12-30/2026-01-02"));
    CHECK(within("en-US", "2026-10-19/2026-10-21") == "October 19–21");
    CHECK(within("fr", "2026-09-01") == "1er septembre");
    CHECK(within("zh", "2026-09-01") == "9月1日");
    CHECK(within("en-GB", "soon") == "soon");
}

TEST_CASE("a time of day follows its date", "[locale]") {
    const auto english = *Locale::find("en-GB");
    CHECK(english.date("2026-03-02T14:30") == "2\u00a0March 2026, 14:30");
    CHECK(english.short_date("2026-03-02T14:30") == "14:30");
    CHECK(english.short_date("2026-03-02T00:00") == "2\u00a0Mar");
    const auto half = parse_period("2026-03-02T12:00");
    REQUIRE(half.has_value());
    CHECK(half->begin == parse_period("2026-03-02")->begin + 0.5);
    CHECK(half->end > half->begin);
    CHECK(parse_period("2026-03-02 23:59:59Z").has_value());
    for (const auto* wrong :
         {"2026-03-02T24:00", "2026-03-02T12:60", "2026-03-02T1230", "2026-03-02X12:00", "2026-03T12:00"})
        CHECK_FALSE(parse_period(wrong).has_value());
}
