// layout/pages/choose_pages.h: the pages of a flow are chosen together, by what they cost. Inside the room.
//
// In: the regions of a flow and the room that pages have. Out: a plan for each page: which region, or which part of
// one, stands where, and how tall each chart is. A chart is taken to be as low as its elastic says. Nothing is drawn or
// moved; place_regions.h does that.
//
// Method: dynamic programming over the places where a page may end, page after page. A page may end before a region, in
// the text of the last one that it holds, or behind an exhibit over all columns that waits for the next page. Of the
// ways to a page the cheapest few are kept (a beam), which bounds the window. Charts then grow, within their limits,
// until the page is full.
// Source of the method: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience
// 11, 1981; here for pages, with costs of its own, which docs/design/pages.md explains.
// Units: points from the text's top on the page, y down. Cost: linear in the pages, with a factor for the beam.
#pragma once
#include <functional>
#include <vector>

#include "layout/ground/piece.h"
#include "layout/pages/fill_region.h"

namespace precis::layout {

/// How a region is placed on its page.
enum class How {
    columns,  // its text and exhibits in columns
    group,    // one exhibit over all columns
    broken,   // a table that goes on over pages
    turned    // a table on pages of its own that lie on their side
};

struct PlacedRegion {
    std::size_t region = 0;
    How how = How::columns;
    double y = 0, height = 0;
    FilledRegion filled;  // of columns
};

struct PagePlan {
    std::vector<PlacedRegion> placed;
    bool goes_on = false;  // on the page where the table before it ended
    double from = 0;       // where it begins, below what else is on the page
    double end = 0;        // below the last region
};

/// The room for a flow.
struct FlowRoom {
    double from = 0;          // where it begins on its first page
    double first_bottom = 0;  // of the first page's room, above footnotes
    double height = 0;        // of all other pages
    double step = 14;         // of the baseline grid
    std::size_t columns = 2;
    bool closes = false;  // nothing follows on its last page
};

/// The height that these footnotes need on a page.
using NotesHeight = std::function<double(const std::vector<int>&)>;

/// Adds regions to `regions`, in which exhibits that are left of one stand beside the text of the next.
[[nodiscard]] std::vector<PagePlan> choose_pages(const Pieces& flow, std::vector<Region>& regions, const FlowRoom& room,
                                                 const NotesHeight& notes);

/// The footnotes that a plan's pieces mark.
[[nodiscard]] std::vector<int> notes_of(const Pieces& flow, const std::vector<Region>& regions, const PagePlan& plan);

}  // namespace precis::layout
