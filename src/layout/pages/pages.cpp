// Pages: marks are nested so that neighbours of one element share one mark.
#include "layout/pages/pages.h"

#include <algorithm>
#include <utility>

namespace precis::layout {
namespace {

// The items of the innermost mark of `path`. Opens the marks that are not open at the end of `items`.
std::vector<scene::Item>& innermost(std::vector<scene::Item>& items, const Path& path, std::size_t depth) {
    if (depth == path.size()) return items;
    auto* last = items.empty() ? nullptr : std::get_if<scene::Mark>(&items.back());
    if (!last || last->element == 0 || last->element != path[depth].element) {
        items.emplace_back(path[depth]);
        last = std::get_if<scene::Mark>(&items.back());
    }
    return innermost(last->items, path, depth + 1);
}

}  // namespace

void Pages::begin() {
    auto last = drafts_.empty() ? std::string() : drafts_.back().last_section;
    drafts_.emplace_back();
    drafts_.back().running = drafts_.back().last_section = std::move(last);
}

void Pages::begin_section(std::string short_title) {
    auto& page = drafts_.back();
    if (!page.begins_section) page.running = short_title;
    page.begins_section = true;
    page.last_section = std::move(short_title);
}

void Pages::put(const Path& path, std::vector<scene::Item> items) {
    auto& target = innermost(drafts_.back().items, path, 0);
    std::move(items.begin(), items.end(), std::back_inserter(target));
}

void Pages::take(Piece& piece, double x, double y) {
    shift(piece.items, x, y);
    put(piece.path, std::exchange(piece.items, {}));
    for (const auto& anchor : piece.anchors) add_anchor(anchor.name, {x + anchor.at.x, y + anchor.at.y});
    if (!piece.running.empty()) begin_section(piece.running);
    drafts_.back().lowest = std::max(drafts_.back().lowest, y + piece.height);
}

}  // namespace precis::layout
