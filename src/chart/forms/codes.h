// chart/forms/codes.h: codes that only this sub-room reports; codes of several rooms are in diag/codes.h.
// Stage: forms -> CODES -> diagnostics. Each code has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::chart::code {

inline constexpr diag::Code outside_map{"outside_map"};

}  // namespace precis::chart::code
