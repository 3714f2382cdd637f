// picture/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::picture::code {

inline constexpr diag::Code picture_broken{"picture_broken"};
inline constexpr diag::Code picture_too_large{"picture_too_large"};

}  // namespace precis::picture::code
