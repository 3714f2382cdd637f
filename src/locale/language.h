// locale/language.h: the house's choices for each language, where ICU has several forms or none.
// Private to the room. language.cpp has the table of languages, language_words.cpp the table of fixed words. A further
// language needs a row in the first and a column in the second.
#pragma once
#include <array>
#include <string_view>

namespace precis::locale {

enum class Order { day_month_year, month_day_year, year_month_day };

struct Language {
    std::string_view tag;                    // BCP 47: en-GB
    int words_column = 0;                    // column of the table of words
    std::array<std::string_view, 4> quotes;  // outer open and close, inner open and close
    std::string_view percent_space;          // between a number and %
    std::string_view points;                 // unit of percentage points, short
    bool currency_before = true;
    Order order = Order::day_month_year;
    std::string_view day_mark;                 // after a day's number: "." in German
    std::string_view quarter;                  // "Q{q} {y}"
    std::string_view quarter_short;            // "Q{q}"
    std::string_view week;                     // "W{q} {y}"
    std::string_view week_short;               // "W{q}"
    std::string_view range_word;               // between the ends of a range that are written in full: " – "
    std::array<std::string_view, 13> numbers;  // zero … twelve
};

[[nodiscard]] const Language& language(int row);
/// The row for a tag, by the whole tag, else by its language alone (`fr-CA` by `fr`); -1 if there is none.
[[nodiscard]] int find_language(std::string_view tag);

/// The fixed word of a key in a column of the table; empty if the key is unknown.
[[nodiscard]] std::string_view fixed_word(std::string_view key, int column);

}  // namespace precis::locale
