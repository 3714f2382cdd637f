// layout/pages/spanning.h: exhibits over all columns of a flow, and those that wait for room. Inside the room.
// A group is the pieces of one such exhibit: a chart, or a table's rows. Units: points from the page's top left.
#pragma once
#include <deque>

#include "layout/ground/columns.h"
#include "layout/pages/cursor.h"

namespace precis::layout {

/// A group that found no room yet.
struct Waiting {
    Pieces group;
    std::size_t at = 0;  // its place among the flow's pieces: floats from there on come after it
};
using WaitingExhibits = std::deque<Waiting>;

/// The end of the group that begins at `first`.
[[nodiscard]] std::size_t group_end(const Pieces& pieces, std::size_t first);
/// Removes the pieces first … end - 1 and returns them.
[[nodiscard]] Pieces take_out(Pieces& pieces, std::size_t first, std::size_t end);
/// Height of the pieces first … end - 1 with the spaces between them.
[[nodiscard]] double height_of(const Pieces& pieces, std::size_t first, std::size_t end);

/// Puts a group at the cursor, whole, and moves the cursor to the next line of the grid.
void put_spanning(Cursor& at, Pieces& pieces, std::size_t first, std::size_t end, double x);
/// Puts a table taller than a page: rows until the page is full, then the repeated head and more rows.
void put_broken(Cursor& at, Pieces& pieces, std::size_t first, std::size_t end, double x);
/// Where a table ends that put_broken puts at y: the pages that it touches and the y on the last of them.
/// Points from the text's top; `first_bottom` is that of the page where it begins, `height` that of the others.
struct BrokenEnd {
    std::size_t pages = 1;
    double y = 0;
};
[[nodiscard]] BrokenEnd broken_end(const Pieces& pieces, std::size_t first, std::size_t end, double y,
                                   double first_bottom, double height);
/// The least share of a page for the beginning of a table that no page holds: less would show few rows under a head.
inline constexpr double kLeastOfTable = 0.35;  // chosen by eye
/// Puts a table on pages of its own that lie on their side; what follows it begins another page.
void put_turned(Cursor& at, Pieces& pieces, std::size_t first, std::size_t end);
/// True if a group is taller than a page and at least 35 % of a page is left below y: then it begins there.
[[nodiscard]] bool breaks_here(const Cursor& at, const Pieces& pieces, std::size_t first, std::size_t end, double y);

/// True if the first waiting group comes before all floats that wait, so that it is the next exhibit in order.
[[nodiscard]] bool is_next(const WaitingExhibits& waiting, const Progress& progress);
/// Places waiting groups, each while it is next in order and the page has room.
void put_waiting(Cursor& at, WaitingExhibits& waiting, const Progress& progress, double x);

}  // namespace precis::layout
