// audit/encodings.h: codes, glyph names and Unicode values of simple fonts. Private to audit.
// Source: ISO 32000-1:2008, annex D; Adobe Technical Note 5176, appendix A.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace precis::audit {

/// The character of a code in WinAnsiEncoding, MacRomanEncoding or StandardEncoding; nothing if the code has none.
[[nodiscard]] std::optional<char32_t> encoded(std::string_view encoding, std::uint32_t code);
/// The code of a character in MacRomanEncoding.
[[nodiscard]] std::optional<std::uint32_t> mac_roman_code(char32_t character);
/// The character of a glyph name: the names of the Latin character set, uniXXXX and uXXXXX; nothing for any other.
[[nodiscard]] std::optional<char32_t> named_character(std::string_view name);
/// The glyph name of a character of the Latin character set; empty for any other.
[[nodiscard]] std::string_view name_of(char32_t character);
/// The predefined string of CFF fonts with that number; empty above those of the Latin character set.
[[nodiscard]] std::string standard_string(std::uint32_t number);

}  // namespace precis::audit
