// base/utf8.h: decoding, counting and writing of UTF-8.
//
// In: bytes, which may be damaged. Out: code points, offsets and lengths. Offsets and sizes are in bytes, lengths of
// texts in code points; combining marks count for themselves. A byte that belongs to no well-formed sequence is
// decoded as U+FFFD of length 1, so that every walk over a text ends; first_invalid_utf8 finds such a byte where it
// must be reported.
// Cost: linear in the bytes looked at.
// Source: The Unicode Standard, 3.9, table 3-7 (well-formed UTF-8 byte sequences).
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace precis::base {

/// The offset of the first byte that is not well-formed UTF-8 (overlong forms and surrogates included); nullopt if
/// every byte is.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;  // bytes, 1 … 4
};
/// The code point at `offset`, which must be < text.size().
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t offset);

/// The bytes of the sequence that `lead` begins, 1 … 4, by the lead byte alone: for text that is known to be valid.
[[nodiscard]] constexpr std::size_t sequence_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}
/// Whether a byte continues a sequence, so that a text must not be cut before it.
[[nodiscard]] constexpr bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Code points in `text`.
[[nodiscard]] std::size_t utf8_length(std::string_view text);
/// The text, or its first `most` code points and an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);
/// Appends the code point's bytes; the value must be a Unicode scalar value.
void append_utf8(std::string& text, char32_t code_point);

/// Bytes of the byte order mark (U+FEFF) at the start of a file: 0 or 3.
[[nodiscard]] constexpr std::size_t byte_order_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace precis::base
