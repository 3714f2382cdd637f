// layout/pages/flow.h: bands become pages: rows one below the other, flows through columns. Inside the room.
//
// In: the bands in order, whose items are moved out. Out: pages with items, grounds and anchors, but without furniture.
// Pages begin as needed: a row that does not fit, a flow without room for five lines, `break_before`.
//
// place_rows.h places rows, one band or several side by side; place_flow.h runs text through columns, with floats and
// exhibits over all columns (spanning.h) and notes beside it (side_column.h); footnotes.h keeps room at the page's
// foot. cursor.h says how far the page is filled.
//
// place_regions.h takes the place of place_flow.h where pages are chosen together: regions.h cuts a flow, fill_region.h
// fills a part of it, choose_pages.h weighs the pages.
//
// Units: points from the page's top left. Method of rows and flows: one pass, first fit. Rows that no
// page holds together begin where there is room for two; a row taller than a page is cut at a line (cut_row.h).
// Errors: none; a row or line taller than a page's text runs over its foot (exhibit_too_tall was reported before).
#pragma once
#include "layout/pages/pages.h"
#include "layout/parts/bands.h"

namespace precis::layout {

/// Places all bands.
///
/// Returns the y reached on the last page, footnotes included, as if each stretchable exhibit were only as tall as its
/// neighbour.
double place_bands(Setting& s, std::vector<Band>& bands, Pages& pages);

}  // namespace precis::layout
