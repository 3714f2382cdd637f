// layout/blocks/tables.h: a table's rows as pieces of a column. Inside the room.
// tables.cpp sets header rows, group rows and body rows; table_grid.h has the widths, table_cells.h the cells.
#pragma once
#include "layout/blocks/table_fit.h"

namespace precis::layout {

/// The exhibit's head, the header row, then the rows of one part of a table.
///
/// Shape: pieces[0] is the exhibit's head, pieces[1] the header row; then a piece for each row, but one for each line
/// of a row that is taller than `tallest`, so that a page may end inside it. A continuation repeats the row's name. The
/// head of a later part is decoration with the word "continued". Each row's `continued` holds what is repeated above it
/// after a break: head, header row and, inside a group, the group's row with the word "continued"; all of it
/// decoration, because the structure has it once. Units: points, x from the table's left edge.
[[nodiscard]] Pieces part_rows(Setting& s, const doc::Exhibit& exhibit, const TableForm& form, std::size_t part,
                               const Path& path, double tallest);

/// The rows of all parts, one part below the other.
[[nodiscard]] Pieces table_rows(Setting& s, const doc::Exhibit& exhibit, const TableForm& form, const Path& path,
                                double tallest);

/// The ground of every second row where the layout has stripes, and which rows have it: the second, fourth … of each
/// group; none without stripes. Pairs with table.rows.
[[nodiscard]] base::Color stripe_color(const style::Layout& layout);
[[nodiscard]] std::vector<bool> striped_rows(const style::Layout& layout, const doc::Table& table);

/// The weight of headings over columns.
inline constexpr int kOverWeight = 400;

/// A heading over neighbouring columns, [first, end); its words are empty where columns have none.
struct OverCell {
    std::size_t first = 0, end = 0;
    std::string words;
};

/// The rows of headings over columns. A column with fewer has its own in the lower ones.
[[nodiscard]] std::size_t over_rows(const doc::Table& table);
/// The cells of such a row, the uppermost row first: one for all neighbours with the same headings down to it.
[[nodiscard]] std::vector<OverCell> over_cells(const doc::Table& table, std::size_t row);
/// The heights of those rows; the first has the space above the header row.
[[nodiscard]] std::vector<double> over_heights(Setting& s, const doc::Table& table, const TableGrid& grid,
                                               double width);

}  // namespace precis::layout
