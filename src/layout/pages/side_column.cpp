// Notes go onto the page after the text of their columns, so that no paragraph is parted in the reading order.
#include "layout/pages/side_column.h"

#include <algorithm>
#include <utility>

namespace precis::layout {

void SideColumn::put(const Band& band, const SideNote& note, double y) {
    auto items = note.items;
    shift(items, band.side->x, y);
    at_.pages.put({}, std::move(items));
    y_ = y + note.height + at_.step();
}

void SideColumn::place_waiting(const Band& band, double wanted) {
    while (!waiting_.empty() && band.side) {
        const auto& note = waiting_.front();
        double y = at_.snapped(std::max(y_, wanted));
        if (y + note.height > at_.bottom()) y = at_.bottom() - note.height;
        if (y < y_ - kSlack) return;
        put(band, note, y);
        waiting_.pop_front();
    }
}

void SideColumn::finish(const Band& band) {
    while (!waiting_.empty()) {
        at_.next_page();
        begin();
        const auto before = waiting_.size();
        place_waiting(band);
        if (waiting_.size() == before) break;  // taller than a page
        at_.y = std::max(at_.y, y_);
    }
}

}  // namespace precis::layout
