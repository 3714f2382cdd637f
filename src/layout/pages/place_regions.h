// layout/pages/place_regions.h: a band's flow in regions, on pages that are chosen together. Inside the room.
#pragma once
#include "layout/pages/cursor.h"
#include "layout/pages/side_column.h"
#include "layout/parts/bands.h"

namespace precis::layout {

/// Places the flow from the cursor on, moving its items out, draws charts again that grow with their page, and leaves
/// the cursor below it. `closes`: nothing follows on its last page.
void place_regions(Cursor& at, SideColumn& sides, Band& band, bool closes);

}  // namespace precis::layout
