// bind/exhibits/codes.h: the codes that only this sub-room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::bind::code {

inline constexpr diag::Code query_without_rows{"query_without_rows"};
inline constexpr diag::Code chart_without_numbers{"chart_without_numbers"};
inline constexpr diag::Code reserved_column{"reserved_column"};
inline constexpr diag::Code chart_too_large{"chart_too_large"};
inline constexpr diag::Code source_missing{"source_missing"};
inline constexpr diag::Code head_missing{"head_missing"};
inline constexpr diag::Code pivot_unfit{"pivot_unfit"};
inline constexpr diag::Code unknown_region{"unknown_region"};
inline constexpr diag::Code unknown_series{"unknown_series"};
inline constexpr diag::Code mixed_units{"mixed_units"};
inline constexpr diag::Code mixed_bases{"mixed_bases"};
inline constexpr diag::Code partial_period{"partial_period"};
inline constexpr diag::Code printed_two_ways{"printed_two_ways"};

}  // namespace precis::bind::code
