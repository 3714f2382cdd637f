// bind/numbering/codes.h: the codes that only this sub-room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::bind::code {

inline constexpr diag::Code exhibit_unmentioned{"exhibit_unmentioned"};

}  // namespace precis::bind::code
