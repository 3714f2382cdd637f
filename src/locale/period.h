// locale/period.h: a date or period taken apart: year, quarter, month, day and minute.
// Private to the room. base/calendar.h reads the date; here a time of day and a second end may follow.
#pragma once
#include <optional>
#include <string_view>
#include <utility>

#include "base/calendar.h"
#include "locale/locale.h"

namespace precis::locale {

/// A date, perhaps with a time of day.
struct DateTime : base::Date {
    int minute = -1;                 // since midnight; -1: no time
    std::optional<int> offset = {};  // minutes from UTC
    bool operator==(const DateTime&) const = default;
};

/// `2026-04-20`, `2026-W07`, `2026-04`, `2026-Q1`, `2026`, `2026-04-20T14:30` (a space for the T, seconds and Z are
/// allowed).
[[nodiscard]] std::optional<DateTime> parse_date_time(std::string_view iso);
/// Both ends of a period such as `2026-04/2026-06`; a single date is both ends.
[[nodiscard]] std::optional<std::pair<DateTime, DateTime>> parse_ends(std::string_view iso);
[[nodiscard]] Days days_of(const DateTime& date);

}  // namespace precis::locale
