// layout/blocks/codes.h: the codes that only this sub-room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::layout::code {

inline constexpr diag::Code title_too_long{"title_too_long"};
inline constexpr diag::Code line_overfull{"line_overfull"};
inline constexpr diag::Code table_too_wide{"table_too_wide"};
inline constexpr diag::Code table_adapted{"table_adapted"};

}  // namespace precis::layout::code
