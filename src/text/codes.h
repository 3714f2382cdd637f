// text/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::text::code {

inline constexpr diag::Code font_missing{"font_missing"};
inline constexpr diag::Code face_missing{"face_missing"};
inline constexpr diag::Code font_not_embeddable{"font_not_embeddable"};
inline constexpr diag::Code glyph_missing{"glyph_missing"};
inline constexpr diag::Code paragraph_too_long{"paragraph_too_long"};

}  // namespace precis::text::code
