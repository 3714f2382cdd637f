// audit/encodings.h: codes, glyph names and Unicode values of simple fonts. Private to audit.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace precis::audit {

/// A code's character in WinAnsiEncoding, MacRomanEncoding or StandardEncoding; nothing where it has none.
[[nodiscard]] std::optional<char32_t> encoded(std::string_view encoding, std::uint32_t code);
/// The code of a character in MacRomanEncoding.
[[nodiscard]] std::optional<std::uint32_t> mac_roman_code(char32_t character);
/// What a glyph name stands for: the names of the Latin character set, uniXXXX and uXXXXX; nothing for another.
[[nodiscard]] std::optional<char32_t> named_character(std::string_view name);
/// The Latin character set's name of a character; empty for another.
[[nodiscard]] std::string_view name_of(char32_t character);
/// A string that every CFF font knows by number (those of the Latin character set; empty beyond).
[[nodiscard]] std::string standard_string(std::uint32_t number);

}  // namespace precis::audit
