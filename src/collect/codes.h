// collect/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::collect::code {

inline constexpr diag::Code clone_unreadable{"clone_unreadable"};
inline constexpr diag::Code history_cut{"history_cut"};
inline constexpr diag::Code copy_ends_early{"copy_ends_early"};
inline constexpr diag::Code state_unreadable{"state_unreadable"};
inline constexpr diag::Code list_unreadable{"list_unreadable"};
inline constexpr diag::Code counts_withheld{"counts_withheld"};

}  // namespace precis::collect::code
