// layout/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::layout::code {

inline constexpr diag::Code exhibit_too_tall{"exhibit_too_tall"};
inline constexpr diag::Code text_overflows{"text_overflows"};
inline constexpr diag::Code line_alone{"line_alone"};
inline constexpr diag::Code pages_unsettled{"pages_unsettled"};
inline constexpr diag::Code last_page_nearly_empty{"last_page_nearly_empty"};

}  // namespace precis::layout::code
