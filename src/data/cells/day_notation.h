// data/cells/day_notation.h: dates in other forms than ISO 8601, as `date-format:` declares them: DD/MM/YYYY, D MMM YY.
// Stage: a cell's text -> DAY NOTATION -> cell_type (what a table declares), column_guess (what a file has).
// In: a cell, trimmed. Out: the date in ISO 8601. A D or M reads one or two digits, DD and MM, too; MMM is a
// month's name, short or in full; YY is from 1970 to 2069. Anything else of a form stands for itself. `unix` is a
// number of seconds since 1970-01-01 in UTC, or of milliseconds if it has twelve digits or more; `excel` is a
// spreadsheet's number of a day. Errors: nullopt.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace precis::data {

/// Whether a form names a year and, if a day, a month; each part once.
[[nodiscard]] bool is_date_form(std::string_view form);
/// The ISO date that `text` has in `form`: `2024-07-13`, `2024-07` or `2024`. A time of day behind a day is left out.
[[nodiscard]] std::optional<std::string> read_date(std::string_view text, std::string_view form);

/// The day of a moment such as 2026-04-20T08:30:00Z or 2026-04-20 08:30, as it is written.
[[nodiscard]] std::optional<std::string_view> day_of_moment(std::string_view text);

/// Three numbers of a date whose order is to be found out: 06/07/2024 or 2024/07/06.
struct SeenDay {
    int first = 0, second = 0;  // of day and month, in the order of the text
    int third = 0;              // the year, if it is last
    char separator = 0;         // / . -
    bool year_first = false;
    bool short_year = false;  // of two digits, and last

    bool is_like(const SeenDay& other) const {
        return separator == other.separator && year_first == other.year_first && short_year == other.short_year;
    }
};
/// nullopt for ISO dates and whatever is not three numbers, the year with four digits or, at the
/// end, two.
[[nodiscard]] std::optional<SeenDay> seen_day(std::string_view text);
/// The form of such a date: "DD/MM/YYYY", or with the month first.
[[nodiscard]] std::string form_of(const SeenDay& day, bool day_first);
/// The date in words, for messages: "6 July 2024". Empty if it is not a date.
[[nodiscard]] std::string date_in_words(std::string_view iso);

}  // namespace precis::data
