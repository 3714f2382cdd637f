// yaml/lines.h: a line of YAML as an author sees it: indentation, key, value.
// Private to the room; used only to explain why the parser stopped, never to read values.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace precis::yaml {

struct Line {
    std::size_t start = 0;  // of the line
    std::size_t begin = 0;  // behind the indentation and `- `
    std::size_t value =
        0;                 // behind the key and its colon; `begin` where there is no key, `end` where there is no value
    std::size_t end = 0;   // before the line break, a comment and blanks
    std::size_t next = 0;  // the next line's start
    bool has_key = false;
};

Line read_line(std::string_view bytes, std::size_t start);
std::size_t line_after(std::string_view bytes, std::size_t at);
/// Where the text of a line ends, from `from` on: before blanks, a comment or the line break.
std::size_t end_of_text(std::string_view bytes, std::size_t from);
/// The colon in [from, end) that a blank or the end follows.
std::optional<std::size_t> colon_in(std::string_view bytes, std::size_t from, std::size_t end);
/// The colon of a key such as `title:Risks`, if the line has no other.
std::optional<std::size_t> colon_without_space(std::string_view bytes, const Line& line);
/// The quote that closes the one at `open`; npos if none does.
std::size_t closing_quote(std::string_view bytes, std::size_t open);
/// Whether a line between a value's and `end` is a key's, in line with `line` or further out.
bool key_line_between(std::string_view bytes, const Line& line, std::size_t end);
/// Behind all lines that are indented more than `line`, blank ones included.
std::size_t after_indented(std::string_view bytes, const Line& line);

}  // namespace precis::yaml
