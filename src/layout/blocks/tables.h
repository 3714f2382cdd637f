// layout/blocks/tables.h: a table's rows as pieces of a column. Inside the room.
// tables.cpp sets header rows, group rows and body rows; table_grid.h has the widths, table_cells.h the cells.
#pragma once
#include "layout/ground/setting.h"

namespace precis::layout {

/// The exhibit's head, the header row, then one piece for each row of the table.
///
/// Shape: pieces[0] is the exhibit's head, pieces[1] the header row, pieces[r + 2] is table.rows[r].
/// Each row's `continued` holds what is repeated above it after a break: head, header row and, inside a group, the
/// group's row with the word "continued"; all of it decoration, because the structure has it once.
/// Units: `width` in points, x from the table's left edge.
[[nodiscard]] Pieces table_rows(Setting& s, const doc::Exhibit& exhibit, const doc::Table& table, double width,
                                const Path& path);

/// The ground of every second row where the layout has stripes, and which rows have it: the second, fourth … of each
/// group; none without stripes. Pairs with table.rows.
[[nodiscard]] base::Color stripe_color(const style::Layout& layout);
[[nodiscard]] std::vector<bool> striped_rows(const style::Layout& layout, const doc::Table& table);

/// The letter of a column's note: columns that have a note are counted from a.
[[nodiscard]] char note_letter(const doc::Table& table, std::size_t column);

}  // namespace precis::layout
