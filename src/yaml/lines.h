// yaml/lines.h: a line of YAML split as an author sees it: indentation, dashes, key, value, comment.
// Private to the room; used only to explain why the parser stopped, never to read values. All positions are byte
// offsets in the file; lines are looked at one by one, without the context of a YAML parser.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace precis::yaml {

struct Line {
    std::size_t start = 0;  // the line's first byte
    std::size_t begin = 0;  // after the indentation and every `- `
    std::size_t value = 0;  // after the key and its colon; `begin` if there is no key, `end` if there is no value
    std::size_t end = 0;    // before blanks, a comment and the line break
    std::size_t next = 0;   // the next line's first byte
    bool has_key = false;
};

Line read_line(std::string_view bytes, std::size_t start);
/// The first byte of the line after the one that holds `at`.
std::size_t line_after(std::string_view bytes, std::size_t at);
/// The end of a line's text, sought from `from` on: before blanks, a comment or the line break.
std::size_t end_of_text(std::string_view bytes, std::size_t from);
/// The first colon in [from, end) that is followed by a blank or by `end`.
std::optional<std::size_t> colon_in(std::string_view bytes, std::size_t from, std::size_t end);
/// The colon in `title:Risks`, if the line has no proper key.
std::optional<std::size_t> colon_without_space(std::string_view bytes, const Line& line);
/// The quote that closes the one at `open`; npos if the file ends before.
std::size_t closing_quote(std::string_view bytes, std::size_t open);
/// Whether a line after `line` and before `end` has a key that is indented as `line` or less.
bool key_line_between(std::string_view bytes, const Line& line, std::size_t end);
/// The first line after `line` that is neither blank nor indented more than it.
std::size_t after_indented(std::string_view bytes, const Line& line);

}  // namespace precis::yaml
