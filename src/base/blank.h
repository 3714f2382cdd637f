// base/blank.h: texts in which a reader sees nothing.
//
// In: UTF-8 text. Out: whether every character is a space of some kind, a line break, or a character without width
// (Unicode's White_Space, the zero-width characters, soft hyphens and word joiners).
// Cost: linear.
#pragma once
#include <string_view>

namespace precis::base {

[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace precis::base
