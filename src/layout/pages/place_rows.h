// layout/pages/place_rows.h: rows of one band below each other, or of several bands side by side. Inside the room.
#pragma once
#include "layout/pages/cursor.h"
#include "layout/parts/bands.h"

namespace precis::layout {

/// Places a band's rows from the cursor on, with its ground, breaking pages between rows that may be parted.
///
/// `last`: the document's last band, whose ground reaches the page's edge if it ends low on the page.
void place_rows(Cursor& at, Band& band, bool last);

/// Places the bands first … end - 1, all on one page if it holds them. Returns the height by which bands that fill are
/// lower than their tallest neighbour.
[[nodiscard]] double place_side_by_side(Cursor& at, std::vector<Band>& bands, std::size_t first, std::size_t end);

}  // namespace precis::layout
