// Notes go onto the page after the text of their columns, so that no paragraph is parted in the reading order.
#include "layout/pages/side_column.h"

#include <algorithm>
#include <utility>

namespace precis::layout {

void SideColumn::put(const Band& band, const SideNote& note, double y) {
    put_at(band.side->x, note, y);
}

void SideColumn::put_at(double x, const SideNote& note, double y) {
    for (const auto& anchor : note.anchors) at_.pages.add_anchor(anchor.name, {x + anchor.at.x, y + anchor.at.y});
    auto items = note.items;
    shift(items, x, y);
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
    for (bool fresh = false; !waiting_.empty(); fresh = true) {
        const auto before = waiting_.size();
        if (fresh) {
            at_.next_page();
            begin();
        }
        place_waiting(band);
        double lowest = fresh ? y_ : at_.y;
        for (const double x : band.strip.column_x) lowest = std::max(lowest, fill_below(x, band.side));
        if (fresh && waiting_.size() == before) break;  // taller than a page
        at_.y = lowest;
    }
    at_.y = std::max(at_.y, y_ - at_.step());  // what follows may have a label at the side, or be as wide as the page
}

double SideColumn::fill_below(double x, const std::optional<Strip>& side) {
    double y = at_.at_top() ? at_.y : at_.snapped(at_.y + at_.step());
    if (waiting_.empty() || y + waiting_.front().height > at_.bottom() + kSlack) return at_.y;
    const double from = y_;
    while (!waiting_.empty() && side && y + waiting_.front().height <= at_.bottom() + kSlack) {
        put_at(x, waiting_.front(), y);
        y = y_;
        waiting_.pop_front();
    }
    y_ = from;
    return y;
}

}  // namespace precis::layout
