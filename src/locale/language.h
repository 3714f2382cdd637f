// locale/language.h: the house's choices per language, where ICU has several or none. Private to this room.
#pragma once
#include <array>
#include <string_view>

namespace precis::locale {

enum class Order { day_month_year, month_day_year, year_month_day };

struct Language {
    std::string_view tag;                    // as asked for: en-GB
    int words_column = 0;                    // column of the table of words
    std::array<std::string_view, 4> quotes;  // open 1, close 1, open 2, close 2
    std::string_view percent_space;          // between number and %
    std::string_view points;                 // percentage points, short
    bool currency_before = true;
    Order order = Order::day_month_year;
    std::string_view day_mark;                 // behind a day: "." in German
    std::string_view quarter;                  // "Q{q} {y}"
    std::string_view quarter_short;            // "Q{q}"
    std::string_view range_word;               // between spelled-out ends: " – "
    std::array<std::string_view, 13> numbers;  // zero … twelve
};

[[nodiscard]] const Language& language(int row);
/// The row for a tag, by the whole tag, else by its first subtag; -1: none.
[[nodiscard]] int find_language(std::string_view tag);

/// A fixed word in a column; empty where the key is unknown.
[[nodiscard]] std::string_view fixed_word(std::string_view key, int column);

}  // namespace precis::locale
