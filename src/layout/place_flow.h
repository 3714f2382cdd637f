// layout/place_flow.h: a band's text through the columns of as many pages as it needs, exhibits among it.
// Inside the room.
#pragma once
#include "layout/bands.h"
#include "layout/cursor.h"
#include "layout/side_column.h"

namespace precis::layout {

void place_flow(Cursor& at, SideColumn& sides, Band& band);

}  // namespace precis::layout
