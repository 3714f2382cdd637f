// layout/pages/place_flow.h: a band's flow through the columns of as many pages as it needs. Inside the room.
#pragma once
#include "layout/pages/cursor.h"
#include "layout/pages/side_column.h"
#include "layout/parts/bands.h"

namespace precis::layout {

/// Places the flow from the cursor on, moving its items out, and leaves the cursor below it.
///
/// Exhibits over all columns keep their place in the order of exhibits. One goes to the top of a fresh page if the text
/// that leads to it stays on the page, else below the text before it, else to the page's foot or to the next page.
void place_flow(Cursor& at, SideColumn& sides, Band& band);

}  // namespace precis::layout
