// base/script.h: what a letter's script asks of those who write or set it.
// In: UTF-8, or a code point. Pure. Source: Unicode 15, by blocks.
#pragma once
#include <string_view>

namespace precis::base {

/// Whether the text has letters that run from right to left.
[[nodiscard]] bool has_right_to_left(std::string_view text);

/// Han, kana, and their punctuation: set without spaces, and a line may end between most of them. Not hangul.
[[nodiscard]] bool is_cjk(char32_t letter);

}  // namespace precis::base
