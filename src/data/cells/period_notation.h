// data/cells/period_notation.h: months, quarters and weeks as programs and offices write them: 2024Q1, Q1 2024,
// 2024M01, Jan-24, März 2024, 3 Mar 2024. Stage: a cell's text -> PERIOD NOTATION -> cell_type, column_guess; the month
// names also for day_notation. In: a cell, trimmed. Out: the period in the form of this program. Only what can be read
// in one way is read: 2010/11 is a season or a month, and stays a text; a month before two digits is a month and a year
// (Excel's mmm-yy). Errors: nullopt.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace precis::data {

/// `2024-Q1`, `2024-03`, `2024-W07` or `2024-03-12` of another spelling of it. A time of day behind a day is left out.
[[nodiscard]] std::optional<std::string> period_of(std::string_view text);

/// Takes the name of a month from the front of `text`, in full or its first three letters or more, in English, German,
/// French, Spanish, Italian, Portuguese or Dutch, in any case. 1 … 12; nullopt if it is none, or two.
[[nodiscard]] std::optional<int> take_month_name(std::string_view& text);

/// Whether `text` is a time of day as it stands behind a date: " 9:41 AM", " 23:00:00", ", 08:30".
[[nodiscard]] bool is_clock(std::string_view text);

}  // namespace precis::data
