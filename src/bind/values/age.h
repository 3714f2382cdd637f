// bind/values/age.h: how old a source is on a date, and whether it is past its max-age.
#pragma once
#include <string>

#include "data/model.h"

namespace precis::bind {

/// Days from the end of the source's date to that date; nothing where either is none.
[[nodiscard]] std::optional<double> age_in_days(const data::SourceRecord& source, const std::string& date);
/// "5 months"; empty for an undated source.
[[nodiscard]] std::string age_words(const data::SourceRecord& source, const std::string& date);
[[nodiscard]] bool is_stale(const data::SourceRecord& source, const std::string& date);

}  // namespace precis::bind
