// text/any_script.h: line breaks, scripts and directions of any text, by Pango; private to the room.
// The library is loaded by the first text that asks: most briefings are set without it, and loading it with its twelve
// companions takes as long as drawing a page.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace precis::text {

/// Whether Pango can be had; without it there are no breaks, and all is of one script and direction.
[[nodiscard]] bool knows_any_script();

/// breaks[i]: a line may end before byte i. One entry a byte and one more.
[[nodiscard]] std::vector<std::uint8_t> breaks_of(const std::string& text, bool rtl, const std::string& language);

/// HarfBuzz's script of each byte; what stands in any script has that of its surroundings.
[[nodiscard]] std::vector<std::uint32_t> scripts_of(const std::string& text);

/// The bidirectional embedding level of each byte (Unicode Standard Annex 9); odd is right to left.
[[nodiscard]] std::vector<std::uint8_t> levels_of(const std::string& text, bool rtl);

}  // namespace precis::text
