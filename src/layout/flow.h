// layout/flow.h: bands onto pages: rows one below the other, flows through columns. Inside the room.
#pragma once
#include "layout/bands.h"
#include "layout/pages.h"

namespace precis::layout {

/// Places all bands, beginning pages as needed.
void place_bands(Setting& s, std::vector<Band>& bands, Pages& pages);

}  // namespace precis::layout
