// text/script_names.h: the names of scripts, as fonts.yaml and messages have them, and their tags of ISO 15924.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace precis::text {

/// `Arab` for "Arabic", and for "Arab"; nothing for a word that is neither a known name nor four letters like a tag.
[[nodiscard]] std::optional<std::string> script_tag(std::string_view name);
/// "Arabic" for `Arab`; the tag itself if the script has no name here.
[[nodiscard]] std::string script_name(std::string_view tag);
/// The tag under which fonts for the character are looked for: kana are `Kana`, signs `Zsym` or `Zsye` (emoji). Signs
/// shared by scripts count as the script of the letters `before` or `after` them (0: none), if it is one of those.
[[nodiscard]] std::uint32_t script_for_fonts(char32_t character, std::uint32_t before = 0, std::uint32_t after = 0);
/// A tag as a number, as HarfBuzz has it, and back.
[[nodiscard]] std::uint32_t script_number(std::string_view tag);
[[nodiscard]] std::string script_letters(std::uint32_t script);

}  // namespace precis::text
