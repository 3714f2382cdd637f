// layout/blocks/pattern_words.h: a layout's patterns ("{{ title }} · **{{ page }}**") with the document's words in
// them. Inside the room.
#pragma once
#include "layout/ground/setting.h"

namespace precis::layout {

/// The page that a pattern is filled in for. The default is no page: a masthead stands in the text.
struct PagePlace {
    std::string section = {};  // the running section's short title
    std::size_t number = 0;    // from 1
    std::size_t count = 0;     // of all pages
};

/// The pattern with its names replaced. A name without a word leaves no separator (" · ") behind at either end.
[[nodiscard]] std::string filled_in(const doc::Document& document, const PagePlace& place, std::string_view pattern);

/// Runs of a text in which `**…**` is set in the strong style.
[[nodiscard]] std::vector<text::Run> runs_with_strong(const std::string& text, const style::TextStyle& plain,
                                                      const style::TextStyle& strong);

/// Both, for a pattern outside head and foot, such as the masthead's.
[[nodiscard]] std::vector<text::Run> words_of_pattern(const doc::Document& document, std::string_view pattern,
                                                      const style::TextStyle& plain, const style::TextStyle& strong);

}  // namespace precis::layout
