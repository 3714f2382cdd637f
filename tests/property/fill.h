// How full composed pages are: of a column, its lowest ink over the height of the text; of a page, the mean of its
// columns. Running head and foot do not count.
#pragma once
#include <algorithm>
#include <utility>
#include <vector>

#include "scene/items.h"
#include "scene/marks.h"
#include "scene/scene.h"

namespace precis::test {

struct PageFrame {
    double top = 0, bottom = 0;
    std::vector<std::pair<double, double>> columns;  // left and right edge
};

/// The lowest ink of each column among items that are no artifacts.
inline void find_lowest(const std::vector<scene::Item>& items, const PageFrame& frame, std::vector<double>& lowest) {
    for (const auto& item : items) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (mark && scene::is_artifact(mark->role)) continue;
        const bool whole = mark && (mark->role == scene::Role::figure || mark->role == scene::Role::table);
        if (mark && !whole) {
            find_lowest(mark->items, frame, lowest);
            continue;
        }
        const auto box = scene::bounds(item);
        if (box.width <= 0 || box.bottom() > frame.bottom + 3) continue;
        for (std::size_t c = 0; c < frame.columns.size(); ++c) {
            const auto& [left, right] = frame.columns[c];
            if (box.right() > left + 1 && box.x < right - 1) lowest[c] = std::max(lowest[c], box.bottom());
        }
    }
}

/// From 0 to 1.
inline double fill_of(const scene::Page& page, const PageFrame& frame) {
    std::vector<double> lowest(frame.columns.size(), frame.top);
    find_lowest(page.items, frame, lowest);
    double sum = 0;
    for (const double y : lowest) sum += (std::min(y, frame.bottom) - frame.top) / (frame.bottom - frame.top);
    return sum / static_cast<double>(lowest.size());
}

}  // namespace precis::test
