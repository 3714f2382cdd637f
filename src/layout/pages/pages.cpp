// Pages: nesting marks so that neighbours of one element end up in one mark.
#include "layout/pages/pages.h"

#include <algorithm>
#include <utility>

namespace precis::layout {
namespace {

// The items of the innermost mark of `path`, opening what is not open at the end of `items`.
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
    auto last = pages_.empty() ? std::string() : pages_.back().last_running;
    pages_.emplace_back();
    pages_.back().running = pages_.back().last_running = std::move(last);
}

void Pages::running(std::string section) {
    auto& page = pages_.back();
    if (!page.begun) page.running = section;
    page.begun = true;
    page.last_running = std::move(section);
}

void Pages::put(const Path& path, std::vector<scene::Item> items) {
    auto& target = innermost(pages_.back().items, path, 0);
    std::move(items.begin(), items.end(), std::back_inserter(target));
}

void Pages::take(Piece& piece, double x, double y) {
    shift(piece.items, x, y);
    put(piece.path, std::exchange(piece.items, {}));
    for (const auto& a : piece.anchors) anchor(a.name, {x + a.at.x, y + a.at.y});
    if (!piece.running.empty()) this->running(piece.running);
    pages_.back().lowest = std::max(pages_.back().lowest, y + piece.height);
}

}  // namespace precis::layout
