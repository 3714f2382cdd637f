// bind/text/token.h: running text between Markdown and the document. Names are resolved; typography and citations are
// not set yet.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace precis::bind {

/// In the text of a reference to an exhibit until numbering puts its number and title there.
inline constexpr std::string_view kExhibitNumber = "{number}", kExhibitTitle = "{title}";

struct Token {
    enum class Kind { words, citation, reference, footnote, line_break } kind = Kind::words;
    doc::Words words;          // words; words.bound: from a binding
    std::vector<int> sources;  // of a binding: cited at the end of its sentence; of a citation: its own
    doc::Reference reference;  // reference; without a target: to a block that was dropped
    diag::Span span;           // reference
    bool verbatim = false;     // words that no vocabulary replaces: a term of the audience, a name
    int footnote = -1;         // footnote: index into Collected::footnotes
    bool operator==(const Token&) const = default;
};

}  // namespace precis::bind
