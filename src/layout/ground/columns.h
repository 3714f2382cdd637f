// layout/ground/columns.h: pieces fill columns of a height. Inside the room; no text, no scene knowledge.
// Rules: no break where a piece keeps with the next; no line of a paragraph alone between two breaks; space is dropped
// at a column's top; a piece that floats and does not fit waits for the next column's top while what follows it goes
// on, and no other floating piece passes it.
#pragma once
#include <deque>
#include <limits>
#include <vector>

#include "layout/ground/piece.h"

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

struct Fill {
    double height = 0;
    bool force = false;  // at least one piece is placed in an empty column, however tall it is
    std::size_t hold_from = std::numeric_limits<std::size_t>::max();  // pieces from here on that float all wait
};

/// Fills one column. Stops before a piece that spans (the caller places it).
[[nodiscard]] Column fill_column(const Pieces& pieces, Progress& progress, const Fill& fill);

/// Fills `count` columns; where all that is left fits, the columns are made as even as the breaks allow.
/// `step`: heights tried while balancing, the baseline grid's.
[[nodiscard]] std::vector<Column> fill_columns(const Pieces& pieces, Progress& progress, int count, const Fill& fill,
                                               double step);

/// Lets columns end together at `target`: whole steps of the grid go above and below exhibits and above headings, so
/// that lines still stand beside lines. A column that would need too many stays as it is.
void level_columns(const Pieces& pieces, std::vector<Column>& columns, double target, double step);

}  // namespace precis::layout
