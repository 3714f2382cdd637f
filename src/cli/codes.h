// cli/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::cli::code {

inline constexpr diag::Code out_of_date{"out_of_date"};
inline constexpr diag::Code output_left_over{"output_left_over"};
inline constexpr diag::Code leak{"leak"};
inline constexpr diag::Code no_revision{"no_revision"};

}  // namespace precis::cli::code
