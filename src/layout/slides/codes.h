// layout/slides/codes.h: the codes that only this sub-room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::layout::code {

inline constexpr diag::Code headline_too_long{"headline_too_long"};
inline constexpr diag::Code section_without_slide{"section_without_slide"};

}  // namespace precis::layout::code
