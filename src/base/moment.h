// base/moment.h: an instant, as data writes it.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace precis::base {

/// Seconds since 1970 in UTC of a day with an hour and its offset: `2026-06-01T14:00+02:00`, `2026-06-01T12:00:30Z`.
/// (ISO 8601, the extended form; no leap seconds.) Nothing for anything else: an hour without an offset is no instant.
[[nodiscard]] std::optional<std::int64_t> parse_moment(std::string_view iso);

}  // namespace precis::base
