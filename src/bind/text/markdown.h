// bind/text/markdown.h: CommonMark to blocks of runs, with holes still open.
// Stage: text -> cut -> MARKDOWN -> tokens -> doc::Inlines. md4c reads; nothing of it leaves this file's .cpp.
#pragma once
#include <string>
#include <vector>

#include "bind/values/cut.h"
#include "diag/diagnostic.h"

namespace precis::bind {

struct Run {
    enum class Kind { text, hole, soft_break, hard_break } kind = Kind::text;
    std::string text;
    int hole = -1;
    bool strong = false, emphasis = false, code = false;
    std::string link;
    diag::Span span;
    bool operator==(const Run&) const = default;
};

struct Draft {
    enum class Kind { paragraph, heading, list, quote, code, rule } kind = Kind::paragraph;
    int level = 1;         // heading
    bool ordered = false;  // list
    int start = 1;
    std::string language;                   // code
    std::vector<Run> runs;                  // paragraph, heading; code: its text
    std::vector<std::vector<Draft>> items;  // list
    std::vector<std::vector<Run>> terms;    // definition list: pairs with items
    std::vector<Draft> children;            // quote
    bool operator==(const Draft&) const = default;
};

/// Errors: markdown_refused (HTML, pictures, pipe tables), each at its place; what is refused is left out.
[[nodiscard]] std::vector<Draft> read_blocks(const diag::Text& text, const Cut& cut, diag::Diagnostics& found);

/// One line of running text: nothing in it begins a block, a line break in the source is a space.
[[nodiscard]] std::vector<Run> read_line(const diag::Text& text, const Cut& cut, diag::Diagnostics& found);

}  // namespace precis::bind
