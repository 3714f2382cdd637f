// yaml/quirks.h: what YAML reads in silence though the author meant something else, sought in the bytes.
// Private to the room; traps.h has those at which the parser stops.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "yaml/node.h"

namespace precis::yaml {

/// The end of the run of bytes without blanks (and flow marks) that begins at `at`.
std::size_t end_of_word(std::string_view bytes, std::size_t at);
/// Behind anchors and tags that stand at `at`.
std::size_t after_properties(std::string_view bytes, std::size_t at);
/// Behind the next `bracket`, over blanks, commas and comments; `from` if something else comes first.
std::size_t after_closing(std::string_view bytes, std::size_t from, char bracket);
/// The length of `null`, `~` … at `at`, or 0.
std::size_t null_word(std::string_view bytes, std::size_t at);

/// The `#` after a plain scalar's `end` that looks like text (`We are #1`), not like a comment (`# so`).
std::optional<std::size_t> comment_that_cuts(std::string_view bytes, std::size_t end);
/// The `--` in SQL whose lines YAML has joined.
std::optional<std::size_t> sql_comment_in_folded(std::string_view bytes, const Node& scalar, std::string_view key);

diag::Diagnostic cut_by_comment(const diag::Source& source, std::string_view bytes, std::size_t text, std::size_t hash);
/// A key without a value: nothing behind it, a comment, or a comma of its own in `{…}` (`flow` is that map so far).
diag::Diagnostic value_missing(const diag::Source& source, std::string_view bytes, const diag::Text& key,
                               const Node* flow);
diag::Diagnostic empty_item(const diag::Source& source, std::string_view bytes, std::size_t at);
/// An anchor or a tag at [at, end).
diag::Diagnostic property_refused(const diag::Source& source, std::string_view bytes, std::size_t at, std::size_t end,
                                  bool collection);
diag::Diagnostic collection_as_key(const diag::Source& source, std::string_view bytes, const Node& key);

}  // namespace precis::yaml
