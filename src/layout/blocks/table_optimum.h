// layout/blocks/table_optimum.h: the widths of a table's columns that make its rows lowest. Inside the room; knows no
// text, only the places of words on a line.
//
// Method: every column begins with its cells on one line; while the columns are too wide together, the one is narrowed
// whose narrowing costs the fewest lines for each point won. Then width is moved between pairs of columns as long as
// that saves lines. The problem is NP-hard; this finds the optimum of most tables and is deterministic.
// Sources: R. J. Anderson, S. Sobti, "The table layout problem", Proc. Symposium on Computational Geometry, 1999
// (hardness); N. Hurst, K. Marriott, P. Moulder, "Toward tighter tables", Proc. ACM DocEng, 2005 (cells as areas).
// Units: points. Cost: the rows given times the columns squared, so the caller gives a sample of a long table's rows.
#pragma once
#include <cstddef>
#include <vector>

namespace precis::layout {

/// A cell's words on one line: word i reaches from begin[i] to end[i].
struct CellWords {
    std::vector<double> begin, end;
};

/// The number of lines of a cell at a width; a word wider than that takes as many lines as it fills.
[[nodiscard]] std::size_t lines_at(const CellWords& cell, double width);

/// A column whose cells may wrap.
struct WrapColumn {
    double least = 0, most = 0;    // width
    std::vector<CellWords> cells;  // pairs with the rows; a cell without words has no line
};

struct WrapRows {
    std::vector<WrapColumn> columns;
    std::vector<double> weight;  // of each row: how many rows it stands for, or the share of a row's line
};

/// The height of the rows, in lines.
[[nodiscard]] double lines_of_rows(const WrapRows& rows, const std::vector<double>& widths);

/// Widths between `least` and `most`, together at most `room`, or all `least` if that is not to be had.
[[nodiscard]] std::vector<double> lowest_rows(const WrapRows& rows, double room);

}  // namespace precis::layout
