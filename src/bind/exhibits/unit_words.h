// bind/exhibits/unit_words.h: whether an exhibit prints the noun of a unit, as in "Generation, TWh".
//
// Nouns are printed once: where the author's title or subtitle has the word, the axis and the header row do not repeat
// it. Pure. Source: docs/design/language.md#numbers-and-formats.
#pragma once
#include <string>
#include <string_view>

#include "spec/briefing.h"

namespace precis::bind {

/// False for an empty unit, for percent, points, years and currencies, which are printed with the number.
[[nodiscard]] bool is_printed_noun(std::string_view unit);
/// Whether `text` has the unit as a word of its own; capitals count only in units that have some ("MW", not "people").
[[nodiscard]] bool has_unit(std::string_view text, std::string_view unit);
/// Whether the exhibit's title or subtitle has the unit.
[[nodiscard]] bool says_unit(const spec::Exhibit& exhibit, std::string_view unit);

}  // namespace precis::bind
