// data/notation.h: how exact a number is, and whether it is an actual or a plan.
// Stage: facts, metrics and briefings -> NOTATION -> bind and chart, which print it as words, hatches and outlines.
//
// In: the words that authors write in `qualifier:` and `status:` and in the columns of those names. Out: enums. The
// words are the same in every language of a report; locale::Locale has those that are printed.
// Errors: an unknown word gives nullopt; the caller reports it with the nearest of the known words.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/sets.h"

namespace precis::data {

using vocabulary::Qualifier;
using vocabulary::Status;

/// "exactly" … "between", in the order of Qualifier without `none`.
[[nodiscard]] const std::vector<std::string>& qualifier_words();
/// "actual" … "partial", in the order of Status.
[[nodiscard]] const std::vector<std::string>& status_words();

/// The qualifier of a word; `none` for the empty text.
[[nodiscard]] std::optional<Qualifier> parse_qualifier(std::string_view word);
/// The word of a qualifier; empty for `none`.
[[nodiscard]] std::string_view to_string(Qualifier qualifier);
[[nodiscard]] std::optional<Status> parse_status(std::string_view word);
[[nodiscard]] std::string_view to_string(Status status);

}  // namespace precis::data
