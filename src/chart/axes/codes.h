// chart/axes/codes.h: codes that only this sub-room reports; codes of several rooms are in diag/codes.h.
// Stage: rows -> CODES -> diagnostics. Each code has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::chart::code {

inline constexpr diag::Code height_too_small{"height_too_small"};

}  // namespace precis::chart::code
