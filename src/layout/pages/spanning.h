// layout/pages/spanning.h: exhibits over all columns of a flow, and those that wait for room. Inside the room.
#pragma once
#include <deque>

#include "layout/ground/columns.h"
#include "layout/pages/cursor.h"

namespace precis::layout {

/// An exhibit over all columns that found no room yet.
struct Waiting {
    Pieces group;        // its rows, or the one chart
    std::size_t at = 0;  // where it stood among the flow's pieces: what floats from there on comes after it
};
using WaitingExhibits = std::deque<Waiting>;

/// The end of the group of spanning pieces that begins at `first`: an exhibit's rows, or one chart.
[[nodiscard]] std::size_t group_end(const Pieces& pieces, std::size_t first);
[[nodiscard]] Pieces taken_out(Pieces& pieces, std::size_t first, std::size_t end);
[[nodiscard]] double height_of(const Pieces& pieces, std::size_t first, std::size_t end);

void put_spanning(Cursor& at, Pieces& pieces, std::size_t first, std::size_t end, double x);
/// A table taller than a page: rows until the page is full, then the head again.
void put_broken(Cursor& at, Pieces& pieces, std::size_t first, std::size_t end, double x);
/// Whether a table that no page can hold had better begin at y: at least a share of the page is left for it.
[[nodiscard]] bool breaks_here(const Cursor& at, const Pieces& pieces, std::size_t first, std::size_t end, double y);

/// Exhibits keep their order: one that waits for a column's top goes before one that spans and comes after it.
[[nodiscard]] bool is_next(const WaitingExhibits& waiting, const Progress& progress);
/// Places those that are next while the page has room.
void put_waiting(Cursor& at, WaitingExhibits& waiting, const Progress& progress, double x);

}  // namespace precis::layout
