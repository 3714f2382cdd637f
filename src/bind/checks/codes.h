// bind/checks/codes.h: the codes that only this sub-room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::bind::code {

inline constexpr diag::Code heading_skips{"heading_skips"};
inline constexpr diag::Code facts_disagree{"facts_disagree"};
inline constexpr diag::Code source_undated{"source_undated"};

}  // namespace precis::bind::code
