// build/leaks.h: the words that a target's files must not hold, and a search for them.
//
// In: a prepared briefing and a target. Out: each value and word of the facts, tables and sources that its reader may
// not see, in the forms in which it could be printed: as the data have it, and with the separators of languages.
// Left out are words that other data have, too, numbers of fewer than three digits and words of fewer than four
// letters: they would be found everywhere. A number that was rounded is not found.
// Cost of the search: linear in the text, times the words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "build/stages.h"

namespace precis::build {

struct WithheldWord {
    std::string text;                // as the data have it
    std::string of;                  // "the fact “x”", "the column “n” of the table “t”"
    std::vector<std::string> forms;  // that are searched
    bool number = false;
};

struct WithheldWords {
    std::vector<WithheldWord> words;
    std::size_t facts = 0, tables = 0, sources = 0;  // that they are from
    std::size_t left_out = 0;                        // words that are too short or stand in other data
};

/// Errors of the tables that are read for it go to `diagnostics`.
[[nodiscard]] WithheldWords withheld_words(const Prepared& prepared, const bind::Target& target,
                                           diag::Diagnostics& diagnostics);

/// The first of a word's forms that a text has, as whole words or numbers; nullptr: none.
[[nodiscard]] const std::string* form_in(const WithheldWord& word, std::string_view text);

}  // namespace precis::build
