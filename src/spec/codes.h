// spec/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::spec::code {

inline constexpr diag::Code not_a_briefing{"not_a_briefing"};
inline constexpr diag::Code alt_missing{"alt_missing"};

}  // namespace precis::spec::code
