// The text area is as wide on both sides of a spread, so a left-hand page is a right-hand one moved sideways.
#include "layout/pages/spread.h"

namespace precis::layout {
namespace {

bool is_page_wide(const scene::Item& item, double width) {
    const auto* path = std::get_if<scene::Path>(&item);
    const auto box = path != nullptr ? scene::bounds(item) : base::Rect{};
    return path != nullptr && box.x <= kSlack && box.right() >= width - kSlack;
}

void move(std::vector<scene::Item>& items, double dx, double width) {
    for (auto& item : items) {
        auto* mark = std::get_if<scene::Mark>(&item);
        if (mark != nullptr && std::holds_alternative<std::monostate>(mark->content)) {
            move(mark->items, dx, width);
        } else if (!is_page_wide(item, width)) {
            std::vector<scene::Item> one;
            one.push_back(std::move(item));
            shift(one, dx, 0);
            item = std::move(one.front());
        }
    }
}

}  // namespace

double left_hand_shift(const style::Layout& layout) {
    return layout.margins.right - layout.margins.left;
}

void turn_left(PageDraft& page, const style::Layout& layout) {
    const double dx = left_hand_shift(layout);
    if (dx == 0) return;
    move(page.grounds, dx, layout.page.width);
    move(page.items, dx, layout.page.width);
    for (auto& anchor : page.anchors) anchor.at.x += dx;
}

}  // namespace precis::layout
