// json/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::json::code {

inline constexpr diag::Code json_syntax{"json_syntax"};

}  // namespace precis::json::code
