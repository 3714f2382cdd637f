// layout/ground/columns.h: pieces fill columns of a given height. Inside the room; knows no text and no scene.
//
// In: pieces in reading order, and how far they have been placed (`Progress`). Out: a y for each placed piece, from its
// column's top, and the new progress. A trial fill is thrown away with its copy of the progress.
//
// Rules of a break:
// - none between a piece with `keep_next` and the next one;
// - none that leaves one line of a paragraph alone between two breaks;
// - space before a piece is dropped at a column's top;
// - a piece that floats and does not fit waits for the next column's top, and the text after it moves up. Floats keep
//   their order: none passes another that waits.
//
// Method: first fit, a column at a time; pages are not optimised as a whole. The last columns of a flow are balanced by
// a search for the lowest height that holds them, as `column-fill: balance` of CSS asks for.
// Units: points, y down. Cost: linear in the pieces placed; balancing fills again for each height tried.
#pragma once
#include <deque>
#include <limits>
#include <vector>

#include "layout/ground/piece.h"

namespace precis::layout {

/// How far the pieces have been placed.
struct Progress {
    std::size_t next = 0;             // first piece not yet reached
    std::deque<std::size_t> waiting;  // floats before `next` that found no room yet
    bool operator==(const Progress&) const = default;
    bool done(const Pieces& pieces) const { return next >= pieces.size() && waiting.empty(); }
};

struct Placed {
    std::size_t piece = 0;
    double y = 0;            // of the piece's top, from the column's top
    bool continued = false;  // the piece's `continued` is set right above it
    bool operator==(const Placed&) const = default;
};

struct Column {
    std::vector<Placed> placed;
    double height = 0;  // used
    bool operator==(const Column&) const = default;
};

/// The room that a column has.
struct Fill {
    double height = 0;
    bool force = false;  // an empty column takes at least one piece, however tall it is
    std::size_t hold_from = std::numeric_limits<std::size_t>::max();  // floats from this piece on wait
    std::size_t end = std::numeric_limits<std::size_t>::max();        // no piece from this one on
};

/// Fills one column and moves `progress` on. Stops before a piece that spans, which the caller places.
[[nodiscard]] Column fill_column(const Pieces& pieces, Progress& progress, const Fill& fill);

/// Fills `count` columns and moves `progress` on.
///
/// If all pieces up to the end, or up to one that spans, fit, the columns are balanced: the heights tried are multiples
/// of `step` (the baseline grid's) from the average height up.
[[nodiscard]] std::vector<Column> fill_columns(const Pieces& pieces, Progress& progress, int count, const Fill& fill,
                                               double step);

/// Lets columns end together at `target`, measured from their top.
///
/// Adds whole steps of the baseline grid above and below floats, then above headings, so that lines of neighbouring
/// columns stay on one grid. A column that lacks more than four steps, or has too few places for them, stays as it is.
void level_columns(const Pieces& pieces, std::vector<Column>& columns, double target, double step);

}  // namespace precis::layout
