// layout/blocks/table_contents.h: what the cells of a table's columns measure. Inside the room.
// Units: points. Cost: linear in the cells; words are measured only in cells that could hold a column's longest word,
// and in a sample of the rows, whose words the optimum of the widths is found for.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layout/blocks/table_optimum.h"
#include "layout/ground/setting.h"

namespace precis::layout {

constexpr double kCellGap = 12;     // between columns
constexpr double kGroupIndent = 9;  // of a group inside another

/// Widths of one kind of a column's texts: the widest on one line, the longest word, and the longest piece that no line
/// end divides, which is part of a word if the style has hyphens.
struct TextWidths {
    double line = 0, word = 0, piece = 0;
};

struct ColumnContents {
    TextWidths cell, head;
    TextWidths group;                // names of groups, in the first column
    double whole = 0, fraction = 0;  // of numbers: before the decimal separator, and from it on; 0: whole numbers
    double largest = 0;              // absolute number of body rows
    std::vector<CellWords> cells;    // of a column of words: pairs with TableContents::sample
    CellWords head_words;
    std::optional<std::pair<double, double>> reach;  // least and largest number of its sparklines
};

struct TableContents {
    std::vector<ColumnContents> columns;  // pairs with the table's
    std::vector<std::size_t> sample;      // body rows, ascending
    std::vector<double> weight;           // how many rows each stands for
    int levels = 1;                       // of groups inside each other
    double indent = 0;                    // of the names of body rows, which the widths of the first column include
};

[[nodiscard]] TableContents contents_of(Setting& s, const doc::Table& table);

/// A value as a table prints it.
[[nodiscard]] const std::string& table_words(const doc::Value& value);
/// The decimals of a printed number with their separator: "31.5%" gives ".5%". Of a whole number, the unit behind its
/// last digit.
[[nodiscard]] std::string decimals_of(const Setting& s, const std::string& printed);
/// The style of subtotals beside a group's name: the figures of cells in the weight of groups.
[[nodiscard]] style::TextStyle subtotal_style(const Setting& s);
/// The letter of a table's note, which is counted from 1: a to z, then aa.
[[nodiscard]] std::string note_letter(std::size_t note);
/// That letter as it is raised behind words in `style`, and its width.
[[nodiscard]] text::Run note_run(const Setting& s, std::size_t note, const style::TextStyle& style);
[[nodiscard]] double note_width(Setting& s, std::size_t note, const style::TextStyle& style);
/// Width of a text on one line.
[[nodiscard]] double natural_width(Setting& s, const std::string& text, const style::TextStyle& style);

}  // namespace precis::layout
