// The page loop: each band takes the room that the bands before it have left.
#include "layout/pages/flow.h"

#include "layout/pages/cursor.h"
#include "layout/pages/place_flow.h"
#include "layout/pages/place_regions.h"
#include "layout/pages/place_rows.h"
#include "layout/pages/side_column.h"

namespace precis::layout {
namespace {

void place_whole_page(Cursor& at, Band& band) {
    if (!at.at_top()) at.next_page();
    at.pages.mark_bare();
    const auto& size = at.s.layout.page;
    if (band.ground) at.pages.add_ground(filled({0, 0, size.width, size.height}, *band.ground));
    for (auto& row : band.rows) at.pages.take(row, 0, 0);
    at.whole_page = true;
}

}  // namespace

double place_bands(Setting& s, std::vector<Band>& bands, Pages& pages) {
    Cursor at(s, pages);
    SideColumn sides(at);
    double slack = 0;
    for (std::size_t first = 0; first < bands.size();) {
        auto end = first + 1;
        while (end < bands.size() && bands[end].beside) ++end;
        if (at.whole_page) at.next_page();
        auto& band = bands[first];
        if (end - first > 1) {
            slack += place_side_by_side(at, bands, first, end);
        } else if (band.whole_page) {
            place_whole_page(at, band);
        } else {
            if (band.break_before && !at.at_top()) at.next_page();
            at.fresh = at.at_top();
            if (!band.rows.empty()) place_rows(at, band, end == bands.size());
            if (band.in_regions && !band.flow.empty()) {
                const bool closes = end == bands.size() || bands[end].break_before || bands[end].whole_page;
                place_regions(at, sides, band, closes);
            } else if (!band.flow.empty()) {
                place_flow(at, sides, band);
            }
        }
        first = end;
    }
    const double reached = at.y - slack + at.notes.height();
    at.notes.put(pages);
    return reached;
}

}  // namespace precis::layout
