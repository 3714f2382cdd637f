// doc/inlines.h: running text of a bound document: words in looks, citations, references. Part of document.h.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "base/compiled_once.h"
#include "diag/source.h"

namespace precis::doc {

/// A run of words in one look.
struct Words {
    std::string text;  // quotes, dashes and spaces are typographic
    bool strong = false, emphasis = false, code = false;
    bool bound = false;  // from a `{{ }}`: a number is not broken from its unit
    std::string link;    // address; empty: none
    diag::Span span;
    std::string use{};    // anchors that index and glossary lead to, with a space between; empty: none
    std::string value{};  // of bound words: the name of their fact or value
    bool operator==(const Words&) const = default;
};
/// Numbers of sources, printed as a superscript behind the words before it; or marks in words, in the text's own look.
struct Citation {
    std::vector<int> numbers;          // ascending, from 1
    std::vector<std::string> marks{};  // marks[i] is printed for numbers[i]: " (Linux Foundation 2024)"; empty: numbers
    bool operator==(const Citation&) const = default;
};
/// "Figure 2", "page 4" …: bind sets the text, layout fills in page numbers.
struct Reference {
    std::string text;     // with {page} in place of a page number
    std::string target;   // anchor of an exhibit or section
    bool breaks = false;  // holds a title, so that lines may end in it
    bool operator==(const Reference&) const = default;
};
/// The mark of the footnote Document::footnotes[index].
struct FootnoteMark {
    int index = 0;
    bool operator==(const FootnoteMark&) const = default;
};
struct LineBreak {
    bool operator==(const LineBreak&) const = default;
};
struct Inline : std::variant<Words, Citation, Reference, FootnoteMark, LineBreak> {
    using variant::variant;
    PRECIS_COMPILED_ONCE(Inline);
    bool operator==(const Inline& other) const;
};
using Inlines = std::vector<Inline>;

/// The words and references without citations, footnote marks and looks; a line break is a space.
[[nodiscard]] std::string plain_text(const Inlines& inlines);

}  // namespace precis::doc
