// base/moment.h: an instant, as data and arguments write it.
//
// In: a day with an hour and its offset from UTC, in the extended form of ISO 8601-1:2019, 5.4:
// `2026-06-01T14:00+02:00`, `2026-06-01T12:00:30Z`. Out: seconds since 1970-01-01T00:00Z, so that two moments compare
// whatever their offsets.
// Errors: anything else gives nullopt. An hour without an offset is not an instant, and 24:00 and leap seconds are not
// read. Dates without an hour are base/calendar.h's.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace precis::base {

/// Seconds since 1970 in UTC, negative before; nullopt if the text is not a moment.
[[nodiscard]] std::optional<std::int64_t> parse_moment(std::string_view iso);

}  // namespace precis::base
