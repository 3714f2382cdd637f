// bind/text/token.h: running text between Markdown and the document: names are resolved, typography and citations not
// yet set.
#pragma once
#include <string>
#include <vector>

#include "doc/document.h"
#include "locale/locale.h"

namespace precis::bind {

struct Token {
    enum class Kind { words, citation, reference, footnote, line_break } kind = Kind::words;
    doc::Words words;          // words; words.bound: came from a binding
    std::vector<int> sources;  // a binding's, to be cited at its sentence's end; a citation's own
    doc::Reference reference;  // no target: to a block that was left out
    diag::Span span;           // of such a reference
    int footnote = -1;
    bool operator==(const Token&) const = default;
};

/// Quotes, dashes, the ellipsis and no-break spaces of the language, in the author's words; code is left alone.
void set_typography(std::vector<Token>& tokens, const locale::Locale& locale);
/// The same for one text that came from data or stands alone.
[[nodiscard]] std::string typographic(const std::string& text, const locale::Locale& locale);

enum class Cite { at_sentence_end, never };

/// Raises first letters of bindings and references where a sentence begins, and puts citations at sentences' ends (a
/// source once a sentence, an explicit citation behind the comma that follows it). Neighbouring words of one look are
/// joined; blanks at both ends go.
[[nodiscard]] doc::Inlines settle(std::vector<Token> tokens, const locale::Locale& locale, Cite cite);

}  // namespace precis::bind
