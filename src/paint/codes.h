// paint/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::paint::code {

inline constexpr diag::Code not_painted{"not_painted"};

}  // namespace precis::paint::code
