// data/files/sheet_header.h: the rows of a sheet that name its columns, told from titles above and data below.
// Stage: within DATA, for workbook_rows.cpp. Private to the room. Pure.
// In: the first rows of a sheet that hold something, inside the table's range. Out: a doubt about the header row, with
// the row that names the columns; and which row stands above another as the names of groups.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "data/files/workbook.h"

namespace precis::data {

/// A row with texts of its own; the cells of a sheet's row are valid until the next one is read.
class HeldRow {
  public:
    explicit HeldRow(const SheetRow& row);
    HeldRow(HeldRow&&) = default;
    HeldRow& operator=(HeldRow&&) = default;
    HeldRow(const HeldRow&) = delete;
    HeldRow& operator=(const HeldRow&) = delete;
    const SheetRow& row() const { return row_; }

  private:
    SheetRow row_;
    std::vector<std::string> texts_;  // of the cells; never resized
};

constexpr std::size_t kRowsOfHeader = 40;  // that are looked at

struct HeaderDoubt {
    std::size_t row = 0;  // that names the columns
    std::string message;
};
/// Whether another row than the first names the columns.
[[nodiscard]] std::optional<HeaderDoubt> doubt_about_header(const std::vector<SheetRow>& rows);

/// Whether `upper`, the row just above `lower`, names groups of the columns that `lower` names; `last` is the last
/// column of the table.
[[nodiscard]] bool names_groups(const SheetRow& upper, const SheetRow& lower, std::size_t last);

/// The cell of `upper` with the name of the column's group: the one in the column, the one that is merged over it, or
/// in a row without merged cells the next one to the left. nullptr: the column is in no group.
[[nodiscard]] const SheetCell* group_above(const SheetRow& upper, const SheetRow& lower, std::size_t column);

}  // namespace precis::data
