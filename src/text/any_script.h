// text/any_script.h: line breaks, scripts and directions of any text, by Pango. Private to text.
// Pango is loaded by the first text that needs it: most briefings are set without it, and loading it with the twelve
// libraries it needs takes as long as drawing a page.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace precis::text {

/// Whether Pango can be loaded. If not, no text has breaks, and all text counts as Latin, left to right.
[[nodiscard]] bool knows_any_script();

/// breaks[i]: a line may end before byte i. One entry a byte and one more.
[[nodiscard]] std::vector<std::uint8_t> breaks_of(const std::string& text, bool rtl, const std::string& language);

/// The script of each byte, in HarfBuzz's numbering; characters common to all scripts get their neighbours' script.
[[nodiscard]] std::vector<std::uint32_t> scripts_of(const std::string& text);

/// The bidirectional embedding level of each byte (Unicode Standard Annex 9); odd is right to left.
[[nodiscard]] std::vector<std::uint8_t> levels_of(const std::string& text, bool rtl);

}  // namespace precis::text
