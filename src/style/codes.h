// style/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::style::code {

inline constexpr diag::Code unknown_layout{"unknown_layout"};
inline constexpr diag::Code unknown_citation_style{"unknown_citation_style"};
inline constexpr diag::Code unknown_style{"unknown_style"};
inline constexpr diag::Code colors_alike{"colors_alike"};
inline constexpr diag::Code layout_cycle{"layout_cycle"};
inline constexpr diag::Code size_below_limit{"size_below_limit"};
inline constexpr diag::Code template_over_brand{"template_over_brand"};

}  // namespace precis::style::code
