// bind/text/token.h: running text between Markdown and the document. Names are resolved; typography and citations are
// not set yet.
#pragma once
#include <string>
#include <vector>

#include "doc/document.h"

namespace precis::bind {

struct Token {
    enum class Kind { words, citation, reference, footnote, line_break } kind = Kind::words;
    doc::Words words;          // words; words.bound: from a binding
    std::vector<int> sources;  // of a binding: cited at the end of its sentence; of a citation: its own
    doc::Reference reference;  // reference; without a target: to a block that was dropped
    diag::Span span;           // reference
    int footnote = -1;         // footnote: index into Collected::footnotes
    bool operator==(const Token&) const = default;
};

}  // namespace precis::bind
