// data/files/sheet_choice.h: the sheet and the cells of a workbook that a table's `sheet` names.
// Stage: within DATA, for workbook_rows.cpp. Private to the room.
// In: a sheet, a range of one ('Q1 data'!A10:S387), the position of a sheet, a name or a table that the workbook
// defines; or nothing. Out: the sheet's index and the range.
#pragma once
#include <optional>
#include <string>

#include "data/files/workbook.h"
#include "data/model.h"

namespace precis::data {

struct SheetChoice {
    std::size_t sheet = 0;  // index
    Range range;
};

/// nullopt after an error: unknown_name, bad_value (no range of cells), key_conflict (a position and a name).
[[nodiscard]] std::optional<SheetChoice> choose_sheet(Workbook& book, const TableRecord& table,
                                                      const std::string& shown, diag::Diagnostics& diagnostics);

}  // namespace precis::data
