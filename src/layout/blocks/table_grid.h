// layout/blocks/table_grid.h: the widths of a table's columns from what stands in them. Inside the room.
#pragma once
#include <string>
#include <vector>

#include "layout/ground/setting.h"

namespace precis::layout {

struct TableGrid {
    std::vector<double> x, width;  // of each column's text
    std::vector<double> number;    // width of the widest number of a column with bars
    std::vector<double> largest;   // of each column's body, by amount
    std::vector<double> fraction;  // width of the widest decimals, separator included; 0: whole numbers
    double right_x(std::size_t c) const { return x[c] + width[c]; }
};

constexpr double kArrow = 6, kArrowGap = 3;  // of cells with arrows: before their numbers
constexpr double kTableInset = 4;            // of the first and last column, inside the head's ground

/// Widths that fill `width`: what is asked for; too wide, then pictures of numbers give way, then labels of numbers
/// wrap, then words do, the longest first; too narrow, then stretched by weight.
[[nodiscard]] TableGrid table_grid(Setting& s, const doc::Table& table, double width);

/// A value as a table prints it.
[[nodiscard]] const std::string& table_words(const doc::Value& value);
/// Decimals of a printed number with their separator ("31.5%" gives ".5%"); all that is behind the last digit of a
/// whole one is its unit and counts too.
[[nodiscard]] std::string decimals_of(const Setting& s, const std::string& printed);
/// Width of a text on one line.
[[nodiscard]] double natural_width(Setting& s, const std::string& text, const style::TextStyle& style);

}  // namespace precis::layout
