// locale/chart_words.h: what a language says of charts, with its places filled.
//
// In: a locale, a key of `charts` and what its places hold. Out: UTF-8 text.
// Errors: none; a place that nothing fills stays as it is written.
// Cost: linear in the language's texts of charts. ICU's plural rules are loaded at the first number of a language that
// tells classes apart, never for English.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "locale/chart_keys.h"
#include "locale/locale.h"

namespace precis::locale {

struct Filled {
    std::string_view place, text;  // "form", without braces
};

/// "{form} of {count} values" as "Bar chart of 6 values"; `count` chooses among the classes of plurals.
[[nodiscard]] std::string chart_words(const Locale& locale, ChartKey key, std::initializer_list<Filled> filled = {},
                                      std::optional<std::size_t> count = {});
/// The name of a chart form by its word in the vocabulary: "Bar chart"; the word itself if the form is unknown.
[[nodiscard]] std::string chart_form(const Locale& locale, std::string_view form);
/// "a, b and c"; if a part has a comma of its own, "a; b; c".
[[nodiscard]] std::string chart_list(const Locale& locale, const std::vector<std::string>& parts);
/// The number with the fixed word of a qualifier before, behind or around it: "more than 600".
[[nodiscard]] std::string qualified(const Locale& locale, std::string_view word, std::string_view number);

}  // namespace precis::locale
