// web/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::web::code {

inline constexpr diag::Code not_drawn{"not_drawn"};

}  // namespace precis::web::code
