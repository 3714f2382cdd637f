// data/cells/period.h: the dates and periods of data and of SQL (docs/design/language.md#dates-numbers-and-lengths).
// Stage: within DATA; used by the loaders and by SQL's year(), quarter(), month() and week(). Private to the room.
// Pure, without a clock. Reading is base/calendar.h's, with years from 0001; here dates are moved by whole quarters and
// months.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"

namespace precis::data {

/// A date of base::parse_date; nullopt also for the year 0000, which no data means.
[[nodiscard]] std::optional<base::Date> parse_date(std::string_view text);
/// A date, or the first of two with a slash between them, both of which must be dates.
[[nodiscard]] std::optional<base::Date> parse_period_begin(std::string_view text);

/// The date's year, `2026`.
[[nodiscard]] std::string year_of(const base::Date& date);
/// The date's week moved by `shift` weeks: `2026-W07`; of a day or a week only.
[[nodiscard]] std::optional<std::string> week_of(const base::Date& date, long long shift);
/// The date's quarter or month (of a week: that of its Thursday) moved by `shift` quarters or months: `2026-Q2`,
/// `2026-04`. nullopt if the date has none, or the result is outside the years 0001 … 9999.
[[nodiscard]] std::optional<std::string> quarter_of(const base::Date& date, long long shift);
[[nodiscard]] std::optional<std::string> month_of(const base::Date& date, long long shift);

}  // namespace precis::data
