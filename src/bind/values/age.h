// bind/values/age.h: how old a source is on a given day. A door: `precis data` lists ages too.
// In: a source's record, and a day as ISO 8601. Pure.
#pragma once
#include <optional>
#include <string>

#include "data/model.h"

namespace precis::bind {

/// Days from the end of the source's date (a day, month, quarter or year) to the given day; negative if the source is
/// newer; empty if either is not a date.
[[nodiscard]] std::optional<double> age_in_days(const data::SourceRecord& source, const std::string& date);
/// "12 days", and from two months on "5 months"; "newer" for a source dated later; empty for an undated source.
[[nodiscard]] std::string age_words(const data::SourceRecord& source, const std::string& date);
/// True if the source has a max-age and is older than that.
[[nodiscard]] bool is_stale(const data::SourceRecord& source, const std::string& date);

}  // namespace precis::bind
