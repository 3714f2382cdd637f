// base/utf8.h: what every room needs to know of UTF-8.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace precis::base {

/// The byte offset of the first byte that is not well-formed UTF-8 (overlong forms and surrogates included).
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;  // bytes, 1 … 4
};
/// The code point at `offset`, which must be < text.size(); a bad byte reads as U+FFFD of length 1.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t offset);
/// Code points in `text`.
[[nodiscard]] std::size_t utf8_length(std::string_view text);
/// The text, or its first `most` code points with an ellipsis behind them.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);
void append_utf8(std::string& text, char32_t code_point);

}  // namespace precis::base
