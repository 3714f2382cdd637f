// bind/text/codes.h: the codes that only this sub-room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::bind::code {

inline constexpr diag::Code markdown_refused{"markdown_refused"};
inline constexpr diag::Code hidden_reference{"hidden_reference"};
inline constexpr diag::Code title_cycle{"title_cycle"};
inline constexpr diag::Code footnote_missing{"footnote_missing"};
inline constexpr diag::Code footnote_unused{"footnote_unused"};
inline constexpr diag::Code bare_number{"bare_number"};

}  // namespace precis::bind::code
