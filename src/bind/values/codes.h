// bind/values/codes.h: the codes that only this sub-room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::bind::code {

inline constexpr diag::Code unknown_format{"unknown_format"};
inline constexpr diag::Code value_is_null{"value_is_null"};
inline constexpr diag::Code set_for_build{"set_for_build"};
inline constexpr diag::Code qualifier_lost{"qualifier_lost"};
inline constexpr diag::Code restricted{"restricted"};
inline constexpr diag::Code not_licensed{"not_licensed"};
inline constexpr diag::Code claim_false{"claim_false"};
inline constexpr diag::Code missing_term{"missing_term"};
inline constexpr diag::Code format_mismatch{"format_mismatch"};
inline constexpr diag::Code block_dropped{"block_dropped"};
inline constexpr diag::Code unit_not_converted{"unit_not_converted"};
inline constexpr diag::Code part_not_shown{"part_not_shown"};

}  // namespace precis::bind::code
