// deck/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::deck::code {

inline constexpr diag::Code deck_unreadable{"deck_unreadable"};
inline constexpr diag::Code deck_without_record{"deck_without_record"};

}  // namespace precis::deck::code
