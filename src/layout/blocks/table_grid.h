// layout/blocks/table_grid.h: the widths of a table's columns, from the contents of their cells. Inside the room.
//
// Start from preferred widths. Too wide: shrink columns with bars and sparklines, then wrap numeric headings, then
// text, longest first. If words then wrap, the widths that make the rows lowest are taken instead (table_optimum.h),
// unless they save no line. Too narrow: stretch in proportion to weight. A column's own `width` is kept.
// Units: points, x from the table's left edge.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "layout/blocks/table_contents.h"

namespace precis::layout {

/// Shape: every vector has an entry for each column of the table.
struct TableGrid {
    std::vector<double> x, width;  // of each column's text
    std::vector<double> number;    // width of the widest number; in a column with bars, also of its label's words
    std::vector<double> largest;   // largest absolute number of body rows
    std::vector<double> fraction;  // width of the widest decimals, separator included; 0: whole numbers
    std::vector<std::optional<std::pair<double, double>>> reach;  // least and largest number of a column's sparklines
    int levels = 1;                                               // of groups inside each other
    double indent = 0;  // of the names of body rows, below groups inside groups
    double right_x(std::size_t c) const { return x[c] + width[c]; }
    // From a column's text to its numbers on mirrored pages, which are set flush right there, too.
    double mirrored_number(std::size_t c) const { return std::max(0.0, width[c] - number[c]); }
};

constexpr double kArrow = 6, kArrowGap = 3;  // width of a cell's arrow; from it to the number
constexpr double kTableInset = 4;            // from the table's edges to its first and last column

/// What the widths may do so that a table fits.
struct GridRules {
    double gap = kCellGap;
    bool divides = false;      // words may be divided where their script or the style allows it
    bool keeps_widths = true;  // a column is as wide as its author asks
    bool readable = false;     // least widths: a column of words holds more than its longest word
};

/// Letters of another size than those that the contents were measured in.
struct TextScale {
    double cell = 1, head = 1, group = 1;
};

/// The width below which a column's contents would be cut.
[[nodiscard]] double least_width(const doc::TableColumn& column, const ColumnContents& contents, const GridRules& rules,
                                 const TextScale& scale, double size);

/// Column widths that fill `width`, with their gaps.
[[nodiscard]] TableGrid table_grid(Setting& s, const doc::Table& table, const TableContents& contents, double width,
                                   const GridRules& rules);

}  // namespace precis::layout
