// chart/checks/codes.h: codes that only this sub-room reports; codes of several rooms are in diag/codes.h.
// Stage: check, lint -> CODES -> diagnostics. Each code has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::chart::code {

inline constexpr diag::Code negative_part{"negative_part"};
inline constexpr diag::Code log_of_zero{"log_of_zero"};
inline constexpr diag::Code flow_cycle{"flow_cycle"};
inline constexpr diag::Code axis_cut{"axis_cut"};
inline constexpr diag::Code two_axes{"two_axes"};
inline constexpr diag::Code uneven_steps{"uneven_steps"};
inline constexpr diag::Code area_exaggerates{"area_exaggerates"};
inline constexpr diag::Code trend_of_few{"trend_of_few"};
inline constexpr diag::Code names_without_room{"names_without_room"};
inline constexpr diag::Code no_growth_rate{"no_growth_rate"};

}  // namespace precis::chart::code
