// picture/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::picture::code {

inline constexpr diag::Code picture_broken{"picture_broken"};
inline constexpr diag::Code picture_too_large{"picture_too_large"};
inline constexpr diag::Code picture_link_left_out{"picture_link_left_out"};
inline constexpr diag::Code picture_html_left_out{"picture_html_left_out"};
inline constexpr diag::Code picture_font_replaced{"picture_font_replaced"};
inline constexpr diag::Code picture_letters_missing{"picture_letters_missing"};

}  // namespace precis::picture::code
