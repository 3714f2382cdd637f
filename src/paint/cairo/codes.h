// paint/cairo/codes.h: the codes that only this sub-room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::paint::code {

inline constexpr diag::Code label_collides{"label_collides"};
inline constexpr diag::Code label_clipped{"label_clipped"};
inline constexpr diag::Code label_too_small{"label_too_small"};

}  // namespace precis::paint::code
