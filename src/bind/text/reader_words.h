// bind/text/reader_words.h: a reader's word in place of the author's (`vocabulary:` of an audience).
// Stage: tokens -> tokens. Private to bind.
#pragma once
#include <string>
#include <vector>

#include "bind/text/token.h"
#include "bind/values/context.h"

namespace precis::bind {

/// Replaces whole words, the longest first; a capital at their beginning stays, and a word that begins a sentence gets
/// one. Code, addresses, quotations, bound values, names (`names:`) and verbatim tokens keep their words.
void say_in_readers_words(const Context& context, std::vector<Token>& tokens);
/// The same for plain words that begin a text.
[[nodiscard]] std::string in_readers_words(const Context& context, const std::string& words);

}  // namespace precis::bind
