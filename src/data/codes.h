// data/codes.h: the codes that only this room reports. Each has a row in diag/code_table.cpp.
#pragma once
#include "diag/code.h"

namespace precis::data::code {

inline constexpr diag::Code csv_syntax{"csv_syntax"};
inline constexpr diag::Code bibtex_syntax{"bibtex_syntax"};
inline constexpr diag::Code cell_type{"cell_type"};
inline constexpr diag::Code undeclared_column{"undeclared_column"};
inline constexpr diag::Code missing_column{"missing_column"};
inline constexpr diag::Code names_alike{"names_alike"};
inline constexpr diag::Code odd_cells{"odd_cells"};
inline constexpr diag::Code stacked_tables{"stacked_tables"};
inline constexpr diag::Code note_rows{"note_rows"};
inline constexpr diag::Code sql_error{"sql_error"};
inline constexpr diag::Code sql_not_allowed{"sql_not_allowed"};
inline constexpr diag::Code sql_too_long{"sql_too_long"};
inline constexpr diag::Code bad_outline{"bad_outline"};
inline constexpr diag::Code connection_failed{"connection_failed"};
inline constexpr diag::Code query_failed{"query_failed"};
inline constexpr diag::Code snapshot_emptied{"snapshot_emptied"};

}  // namespace precis::data::code
