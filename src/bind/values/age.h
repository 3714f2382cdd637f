// bind/values/age.h: how old a source is on a given day. A door: `precis data` lists ages too.
// In: a source's record, and a day as ISO 8601. Pure.
#pragma once
#include <string>

#include "data/model.h"

namespace precis::bind {

/// "12 days", and from 62 days on "5 months", counted from the last day of the source's date (a day, month, quarter or
/// year); "newer" for a source dated later; empty for an undated source.
[[nodiscard]] std::string age_words(const data::SourceRecord& source, const std::string& date);
/// True if the source has a max-age and is older than that. The day on which it reaches that age is its last good day:
/// of 2025-08-30 with 12 months, 2026-08-30.
[[nodiscard]] bool is_stale(const data::SourceRecord& source, const std::string& date);
/// The last good day of a source with a max-age, ISO 8601; empty if it does not age or has no date.
[[nodiscard]] std::string fresh_until(const data::SourceRecord& source);
/// True if the source has a max-age, but no date from which to count.
[[nodiscard]] bool lacks_date(const data::SourceRecord& source);

}  // namespace precis::bind
