// layout/pages/place_flow.h: a band's text through the columns of as many pages as it needs, exhibits among it.
// Inside the room.
#pragma once
#include "layout/pages/cursor.h"
#include "layout/pages/side_column.h"
#include "layout/parts/bands.h"

namespace precis::layout {

void place_flow(Cursor& at, SideColumn& sides, Band& band);

}  // namespace precis::layout
