// text/emoji.h: which characters are emoji, and how they join. Private to text.
#pragma once
#include <cstdint>

namespace precis::text {

/// Unicode's Emoji_Presentation (emoji-data.txt, version 15): shown as a picture unless U+FE0E follows.
[[nodiscard]] bool is_shown_as_emoji(char32_t c);
/// May be a picture, or part of one that is joined by U+200D.
[[nodiscard]] bool may_be_picture(char32_t c);
[[nodiscard]] constexpr bool is_region(char32_t c) {  // half a flag
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}
[[nodiscard]] constexpr bool is_skin_tone(char32_t c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
}
/// Default_Ignorable_Code_Point: never seen, so no face need have it.
[[nodiscard]] bool is_invisible(char32_t c);

}  // namespace precis::text
