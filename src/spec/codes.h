// spec/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::spec::code {

inline constexpr diag::Code not_a_briefing{"not_a_briefing"};
inline constexpr diag::Code alt_missing{"alt_missing"};
inline constexpr diag::Code translation_left_over{"translation_left_over"};
inline constexpr diag::Code translation_out_of_date{"translation_out_of_date"};
inline constexpr diag::Code translation_unrecorded{"translation_unrecorded"};
inline constexpr diag::Code number_lost{"number_lost"};

}  // namespace precis::spec::code
