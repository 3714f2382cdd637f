// layout/columns.h: pieces fill columns of a height. Inside the room; no text, no scene knowledge.
// Rules: no break where a piece keeps with the next; space is dropped at a column's top; a piece that floats and does
// not fit waits for the next column's top while what follows it goes on.
#pragma once
#include <deque>
#include <vector>

#include "layout/piece.h"

namespace precis::layout {

/// How far the pieces have been placed: a value, so that a fill can be tried and thrown away.
struct Progress {
    std::size_t next = 0;             // first piece not yet placed
    std::deque<std::size_t> waiting;  // floats passed over
    bool operator==(const Progress&) const = default;
    bool done(const Pieces& pieces) const { return next >= pieces.size() && waiting.empty(); }
};

struct Placed {
    std::size_t piece = 0;
    double y = 0;            // of the piece's top, from the column's top
    bool continued = false;  // the piece's `continued` stands right above
    bool operator==(const Placed&) const = default;
};

struct Column {
    std::vector<Placed> placed;
    double height = 0;  // used
    bool operator==(const Column&) const = default;
};

/// Fills one column of `height`. At least one piece is placed in an empty column, however tall it is, if `force`.
/// Stops before a piece that spans (the caller places it).
[[nodiscard]] Column fill_column(const Pieces& pieces, Progress& progress, double height, bool force);

/// Fills `count` columns; where all that is left fits, the columns are made as even as the breaks allow.
/// `step`: heights tried while balancing, the baseline grid's. `force`: as for fill_column, in each column.
[[nodiscard]] std::vector<Column> fill_columns(const Pieces& pieces, Progress& progress, int count, double height,
                                               double step, bool force);

}  // namespace precis::layout
