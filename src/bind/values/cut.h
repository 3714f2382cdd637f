// bind/values/cut.h: what is ours in a text — bindings, citations, references, footnote marks — cut out before Markdown
// reads it. A value is thus never markup: Markdown sees one private-use character in its place.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::bind {

/// A word and where it stands.
struct Placed {
    std::string text;
    diag::Span span;
    bool operator==(const Placed&) const = default;
};

struct Hole {
    enum class Kind { binding, citation, reference, footnote, literal } kind = Kind::literal;
    std::vector<Placed> words{};  // binding: name, then format words; citation: ids; reference: id; footnote: its name
    bool page = false;            // reference: @page:…
    std::string literal{};        // kind literal: printed as it is
    std::size_t begin = 0, end = 0;  // bytes of the text that was cut
    diag::Span span{};
    bool operator==(const Hole&) const = default;
};

/// `text` with a private-use character for each hole; hole i is U+F0000 + i.
struct Cut {
    std::string text;
    std::vector<Hole> holes;
    std::vector<std::pair<std::size_t, std::size_t>> shifts;  // offset in `text` -> in the text that was cut; ascending

    std::size_t original(std::size_t offset) const;
    /// The hole whose character stands at `offset`, and that character's length; -1: none.
    int hole_at(std::size_t offset) const;
};

inline constexpr std::size_t kHoleBytes = 4;

/// Code spans and fenced code are left alone; `\{{` gives the braces.
/// Errors: binding_syntax (no end, no name, a stray private-use character).
[[nodiscard]] Cut cut(const diag::Text& text, diag::Diagnostics& found);

/// Bytes [begin, end) of a text, with their way back to the source.
[[nodiscard]] diag::Text slice(const diag::Text& text, std::size_t begin, std::size_t end);

/// A footnote's text, taken out of a body: a paragraph that begins with `[^name]:`.
struct FootnoteText {
    Placed name;
    diag::Text text;
};
/// The body without its footnotes' paragraphs (they become blank), and those.
[[nodiscard]] std::pair<diag::Text, std::vector<FootnoteText>> take_footnotes(const diag::Text& body);

}  // namespace precis::bind
