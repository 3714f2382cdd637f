// bind/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::bind::code {

inline constexpr diag::Code unknown_audience{"unknown_audience"};
inline constexpr diag::Code fact_without_value{"fact_without_value"};
inline constexpr diag::Code seen_by_nobody{"seen_by_nobody"};
inline constexpr diag::Code newer_than_briefing{"newer_than_briefing"};
inline constexpr diag::Code alert_left_out{"alert_left_out"};
inline constexpr diag::Code small_base{"small_base"};

}  // namespace precis::bind::code
