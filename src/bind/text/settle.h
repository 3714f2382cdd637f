// bind/text/settle.h: tokens become the inlines of a document: sentences get their capital and their citations.
// Stage: tokens with typography set -> SETTLE -> doc::Inlines. Pure.
#pragma once
#include <vector>

#include "bind/text/token.h"
#include "locale/locale.h"

namespace precis::bind {

enum class Cite { at_sentence_end, never };

/// A bound value or reference at the beginning of a sentence gets a capital. The sources of a sentence's bound values
/// are cited at its end, each once; an explicit citation is put behind the comma, semicolon or colon that follows it.
/// Neighbouring words that look alike are joined; spaces at both ends are dropped.
[[nodiscard]] doc::Inlines settle(std::vector<Token> tokens, const locale::Locale& locale, Cite cite);

}  // namespace precis::bind
