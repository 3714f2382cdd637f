// bind/values/footnote_texts.h: the footnotes that a body defines, taken out of it before Markdown is read.
#pragma once
#include <utility>
#include <vector>

#include "bind/values/cut.h"
#include "diag/diagnostic.h"

namespace precis::bind {

/// A paragraph that begins with `[^name]:`, and the paragraphs and lists behind it that are indented by two spaces or
/// more.
struct FootnoteText {
    Placed name;
    diag::Text text;  // behind the colon, with its place in the source
};

/// The body, with footnote paragraphs replaced by as many spaces, and those footnotes in order. Every other byte keeps
/// its offset.
[[nodiscard]] std::pair<diag::Text, std::vector<FootnoteText>> take_footnotes(const diag::Text& body);

}  // namespace precis::bind
