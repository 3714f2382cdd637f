// layout/pages/flow.h: bands onto pages: rows one below the other, flows through columns. Inside the room.
#pragma once
#include "layout/pages/pages.h"
#include "layout/parts/bands.h"

namespace precis::layout {

/// Places all bands, beginning pages as needed. Gives the lowest point that they could reach on the last page without
/// taking more of it, had the exhibits that fill been as tall as what stands beside them.
double place_bands(Setting& s, std::vector<Band>& bands, Pages& pages);

}  // namespace precis::layout
