// layout/blocks/pattern_words.h: a layout's patterns ("{{ title }} · **{{ page }}**") filled with the document's words.
// Inside the room. Running head and foot use them, and the masthead.
#pragma once
#include "layout/ground/setting.h"
#include "vocabulary/looks_sets.h"

namespace precis::layout {

/// The page that a pattern is filled in for. The default is no page, for words of the text such as the masthead's.
struct PagePlace {
    std::string section = {};  // short title of the section in the running head
    std::size_t number = 0;    // from 1
    std::size_t count = 0;     // of all pages
};

/// The pattern with its names replaced. An empty word leaves no separator (" · ") behind at either end.
[[nodiscard]] std::string filled_in(const doc::Document& document, const PagePlace& place, std::string_view pattern);

/// The pattern with the language's word in place of “of” before `{{ pages }}`: "{{ page }} sur {{ pages }}".
[[nodiscard]] std::string in_language(std::string_view pattern, const locale::Locale& locale);

/// True if the pattern names this word in double braces.
[[nodiscard]] bool names(std::string_view pattern, vocabulary::BuiltIn word);

/// Runs of a text; words between `**` are set in the strong style.
[[nodiscard]] std::vector<text::Run> runs_with_strong(const std::string& text, const style::TextStyle& plain,
                                                      const style::TextStyle& strong);

/// Both, for a pattern that names no page.
[[nodiscard]] std::vector<text::Run> words_of_pattern(const doc::Document& document, std::string_view pattern,
                                                      const style::TextStyle& plain, const style::TextStyle& strong);

}  // namespace precis::layout
