// text/shared_signs.h: the scripts that share a sign, such as the daṇḍa of Devanagari, Bengali and eighteen others.
// Private to text. Pure; a binary search.
#pragma once
#include <string_view>

namespace precis::text {

/// Tags of ISO 15924 with spaces between, the likeliest first: "Deva Beng …"; empty if the character has a script of
/// its own, or is of all scripts.
[[nodiscard]] std::string_view scripts_sharing(char32_t c);

}  // namespace precis::text
