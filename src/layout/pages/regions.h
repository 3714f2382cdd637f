// layout/pages/regions.h: a flow is cut into regions, whose columns share their top. Inside the room.
//
// A region is the text of a section with the exhibits beside it, or several sections of text alone, or one exhibit over
// all columns. fill_region.h fills one; choose_pages.h deals them out to pages.
#pragma once
#include <vector>

#include "layout/ground/piece.h"

namespace precis::layout {

struct Region {
    std::size_t first = 0, end = 0;     // pieces of the flow
    std::vector<std::size_t> exhibits;  // those that float, in order
    std::vector<std::size_t> named;     // for each of them, the first line of the paragraph before it
    bool paired = false;                // text at the left, exhibits at the right, in columns of their own widths
    bool spans = false;                 // one exhibit, or the flow's label, over all columns
    bool keeps_next = false;            // no page ends behind it
    bool has_text() const { return !spans && exhibits.size() < end - first; }
};

/// In one column a region ends behind each exhibit, so that it stands below the paragraph that names it.
[[nodiscard]] std::vector<Region> regions_of(const Pieces& flow, std::size_t columns);

}  // namespace precis::layout
