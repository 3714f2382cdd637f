// bind/values/cut.h: cuts precis's own notation (bindings, citations, references, footnote marks) out of a text before
// Markdown reads it. Each cut leaves one private-use character, so that a value is never read as markup.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::bind {

/// A word with its place in the source.
struct Placed {
    std::string text;
    diag::Span span;
    bool operator==(const Placed&) const = default;
};

/// What was cut out at one place.
struct Hole {
    enum class Kind { binding, citation, reference, footnote, index, literal } kind = Kind::literal;
    std::vector<Placed> words{};  // binding: name, then format words; citation: ids; reference: id; footnote: name
    enum class Prints { number, page, title, full } prints = Prints::number;  // reference: @page:…, @title:…, @full:…
    std::string literal{};           // literal: printed as it is; empty for faulty notation; index: the heading
    std::size_t begin = 0, end = 0;  // its bytes in the original text
    diag::Span span{};
    bool operator==(const Hole&) const = default;
};

/// `text` with a private-use character for each hole; hole i is U+F0000 + i.
struct Cut {
    std::string text;
    std::vector<Hole> holes;
    std::vector<std::pair<std::size_t, std::size_t>> shifts;  // offset in `text` -> in the original; ascending

    /// The offset in the original text. Logarithmic in the number of holes.
    std::size_t original(std::size_t offset) const;
    /// The index of the hole whose character begins at `offset`, kHoleBytes long; -1: none begins there.
    int hole_at(std::size_t offset) const;
};

inline constexpr std::size_t kHoleBytes = 4;  // of a hole's character in UTF-8

/// Code spans and fenced code stay as they are; `\{{` gives literal braces.
/// Errors: binding_syntax (no end, no name, a private-use character of the author's). Linear in the text.
[[nodiscard]] Cut cut(const diag::Text& text, diag::Diagnostics& diagnostics);

}  // namespace precis::bind
