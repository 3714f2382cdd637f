// layout/pages/place_rows.h: a band's rows one below the other, or those of several bands side by side. Inside the
// room.
#pragma once
#include "layout/pages/cursor.h"
#include "layout/parts/bands.h"

namespace precis::layout {

/// `last`: the document's last band.
void place_rows(Cursor& at, Band& band, bool last);

/// Gives the height by which bands that fill are lower than what stands beside them.
[[nodiscard]] double place_side_by_side(Cursor& at, std::vector<Band>& bands, std::size_t first, std::size_t end);

}  // namespace precis::layout
