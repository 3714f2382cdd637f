// bind/text/markdown.h: CommonMark to blocks of runs, with the holes of cut.h still open.
// Stage: text -> cut -> MARKDOWN -> runs.h. The md4c library parses; none of its types leave the .cpp.
// A definition list is our own addition: a line, then lines that begin with ": ".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "bind/values/cut.h"
#include "diag/diagnostic.h"

namespace precis::bind {

/// The beginning of a run's link that is a mark for the index: "index:3:Heading" is the third mark of its text.
inline constexpr std::string_view kIndexMark = "index:";

/// A stretch of text in one look, or a hole.
struct Run {
    enum class Kind { text, hole, soft_break, hard_break } kind = Kind::text;
    std::string text;
    int hole = -1;
    bool strong = false, emphasis = false, code = false;
    std::string link;
    diag::Span span;
    bool operator==(const Run&) const = default;
};

/// A block before its runs are bound.
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

/// `cut` is `text` with its holes. Errors: markdown_refused (HTML, pictures, pipe tables), binding_syntax (in a link's
/// address), bad_value (a language tag), too_deep; each refused part is left out.
[[nodiscard]] std::vector<Draft> read_blocks(const diag::Text& text, const Cut& cut, diag::Diagnostics& diagnostics);

/// Where a line stands: a title's first word may look like a block's mark ("# of guests", "- 4 degrees"), a sentence's
/// may not; plain words (speaker notes, alternative text) have no blocks at all.
enum class Line { title, sentence, plain };

/// One line: nothing in it begins a block, and a line break in the source is a space.
/// Errors: as above; markdown_refused for a list, a quotation, code, a heading or a second paragraph, which a line
/// cannot hold, unless the line is plain.
[[nodiscard]] std::vector<Run> read_line(const diag::Text& text, const Cut& cut, diag::Diagnostics& diagnostics,
                                         Line line = Line::title);

}  // namespace precis::bind
