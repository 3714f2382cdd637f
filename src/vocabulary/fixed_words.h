// vocabulary/fixed_words.h: the words that pages and slides add to an author's own: headings, leads, qualifiers. A
// layout's or briefing's `words` replaces them; locale has them in every language.
#pragma once
#include "vocabulary/closed_set.h"

namespace precis::vocabulary {

struct FixedWordRow : Word {
    std::string_view holds = {};  // placeholders that a replacement must hold: "{low} {high}"
};

/// The keys of `words`, sorted, with where each word is printed.
[[nodiscard]] std::span<const FixedWordRow> fixed_words();
/// The same as a closed set.
[[nodiscard]] const ClosedSet& fixed_word_set();

}  // namespace precis::vocabulary
