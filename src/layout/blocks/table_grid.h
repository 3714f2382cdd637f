// layout/blocks/table_grid.h: the widths of a table's columns, from the contents of their cells. Inside the room.
//
// Start from preferred widths. Too wide: shrink columns with bars and sparklines, then wrap numeric headings, then
// text, longest first. Too narrow: stretch in proportion to weight. A column's own `width` is kept.
// Units: points, x from the table's left edge. Cost: each cell's text is measured once.
#pragma once
#include <string>
#include <vector>

#include "layout/ground/setting.h"

namespace precis::layout {

/// Shape: every vector has an entry for each column of the table.
struct TableGrid {
    std::vector<double> x, width;  // of each column's text
    std::vector<double> number;    // width of the widest number; in a column with bars, also of its label's words
    std::vector<double> largest;   // largest absolute number of body rows
    std::vector<double> fraction;  // width of the widest decimals, separator included; 0: whole numbers
    std::vector<std::optional<std::pair<double, double>>> reach;  // least and largest number of a column's sparklines
    double right_x(std::size_t c) const { return x[c] + width[c]; }
};

constexpr double kArrow = 6, kArrowGap = 3;  // width of a cell's arrow; from it to the number
constexpr double kTableInset = 4;            // from the table's edges to its first and last column

/// Column widths that fill `width`, with their gaps.
[[nodiscard]] TableGrid table_grid(Setting& s, const doc::Table& table, double width);

/// A value as a table prints it.
[[nodiscard]] const std::string& table_words(const doc::Value& value);
/// The decimals of a printed number with their separator: "31.5%" gives ".5%". Of a whole number, the unit behind its
/// last digit.
[[nodiscard]] std::string decimals_of(const Setting& s, const std::string& printed);
/// Width of a text on one line.
[[nodiscard]] double natural_width(Setting& s, const std::string& text, const style::TextStyle& style);

}  // namespace precis::layout
