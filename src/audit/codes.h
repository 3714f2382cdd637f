// audit/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::audit::code {

inline constexpr diag::Code pdf_nonconforming{"pdf_nonconforming"};
inline constexpr diag::Code deck_faulty{"deck_faulty"};

}  // namespace precis::audit::code
