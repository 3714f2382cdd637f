// locale/language_keys.h: the keys of a language's file: words, and forms of numbers and dates with what they must
// hold.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

#include "locale/word_keys.h"

namespace precis::locale {

/// Patterns of numbers and dates, in the order of form_rows().
enum class Form {
    percent,
    points,
    currency,
    day_number,
    first_day,
    date,
    day,
    month,
    month_only,
    quarter,
    quarter_only,
    week,
    week_only,
    time,
    range,
    range_short,
    axis_year,
    axis_month,
    axis_day,
};
inline constexpr std::size_t kForms = 19;

struct FormRow {
    std::string_view section, key;
    std::string_view holds;     // placeholders that it must hold, with spaces between
    std::string_view may_hold;  // and others that it may
    bool optional = false;
};
inline constexpr std::array<FormRow, kForms> kFormRows = {{
    {"numbers", "percent", "{number}", ""},
    {"numbers", "points", "{number}", ""},
    {"numbers", "currency", "{number} {sign}", ""},
    {"dates", "day-number", "{day}", ""},
    {"dates", "first-day", "", "", true},
    {"dates", "date", "{day} {year}", "{month} {month-number}"},
    {"dates", "day", "{day}", "{month} {month-number}"},
    {"dates", "month", "{year}", "{month} {month-alone} {month-number}"},
    {"dates", "month-only", "", "{month} {month-alone} {month-number}"},
    {"dates", "quarter", "{quarter} {year}", ""},
    {"dates", "quarter-only", "{quarter}", ""},
    {"dates", "week", "{week} {year}", ""},
    {"dates", "week-only", "{week}", ""},
    {"dates", "time", "{date} {time}", ""},
    {"dates", "range", "", ""},
    {"dates", "range-short", "", ""},
    {"dates", "axis-year", "", "{year} {year-short}"},
    {"dates", "axis-month", "", "{month-short} {month-number} {year-short} {year}"},
    {"dates", "axis-day", "{day}", "{month-short} {month-number}"},
}};

/// CLDR's classes of numbers, for plural forms and ordinals.
inline constexpr std::size_t kPluralForms = 6;
inline constexpr std::array<std::string_view, kPluralForms> kPluralNames = {"zero", "one",  "two",
                                                                            "few",  "many", "other"};

}  // namespace precis::locale
