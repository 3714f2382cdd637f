// yaml/quirks.h: faults that YAML reads in silence although the author meant something else.
// Private to the room. They are found in the bytes around a node, because the parser's event no longer shows them;
// traps.h has the faults at which the parser stops.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "yaml/node.h"

namespace precis::yaml {

/// The remedy of most quirks and traps.
inline constexpr const char* kQuoteRemedy = "put the text in double quotes, or on lines of its own under a |";

/// The end of the word at `at`: before a blank, a comma or a closing bracket.
std::size_t end_of_word(std::string_view bytes, std::size_t at);
/// The first byte after the anchors and tags at `at`.
std::size_t after_properties(std::string_view bytes, std::size_t at);
/// The first byte after the next `bracket`, with only blanks, commas, colons and comments before it; else `from`.
std::size_t after_closing(std::string_view bytes, std::size_t from, char bracket);
/// The length of `null`, `Null`, `NULL` or `~` at `at`; 0 if there is none.
std::size_t null_word(std::string_view bytes, std::size_t at);

/// The `#` after a plain scalar's `end` that looks like text (`We are #1`) rather than like a comment (`# so`).
std::optional<std::size_t> comment_that_cuts(std::string_view bytes, std::size_t end);
/// The `--` of an SQL comment that swallows the lines after it, because YAML joined them into one.
std::optional<std::size_t> sql_comment_in_folded(std::string_view bytes, const Node& scalar, std::string_view key);

/// text_cut_by_comment, at the comment that begins at `hash`; `text` is the first byte of the scalar.
diag::Diagnostic cut_by_comment(const diag::Source& source, std::string_view bytes, std::size_t text, std::size_t hash);
/// A key without a value: the line or the file ends, a comment follows, or inside `{…}` a comma (`flow` is that map as
/// far as it was read; nullptr outside).
diag::Diagnostic value_missing(const diag::Source& source, std::string_view bytes, const diag::Text& key,
                               const Node* flow);
diag::Diagnostic empty_item(const diag::Source& source, std::string_view bytes, std::size_t at);
/// alias_refused, tag_refused or text_needs_quotes for the anchor or tag at [at, end).
diag::Diagnostic property_refused(const diag::Source& source, std::string_view bytes, std::size_t at, std::size_t end,
                                  bool collection);
diag::Diagnostic collection_as_key(const diag::Source& source, std::string_view bytes, const Node& key);

}  // namespace precis::yaml
