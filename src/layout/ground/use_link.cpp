// The links that carry uses stand directly behind the words that they belong to.
#include "layout/ground/use_link.h"

#include <algorithm>

namespace precis::layout {

std::string_view target_of(std::string_view link) {
    return link.substr(0, link.find(kUse));
}

std::string_view uses_of(std::string_view link) {
    const auto at = link.find(kUse);
    return at == std::string_view::npos ? std::string_view() : link.substr(at + 1);
}

bool is_place(std::string_view anchor) {
    return anchor.find('/') != std::string_view::npos || anchor.starts_with(kNoteMark);
}

void find_uses(const std::vector<scene::Item>& items, std::vector<scene::Anchor>& anchors) {
    for (const auto& item : items) {
        if (const auto* mark = std::get_if<scene::Mark>(&item)) find_uses(mark->items, anchors);
        if (const auto* group = std::get_if<scene::Group>(&item)) find_uses(group->items, anchors);
        const auto* link = std::get_if<scene::Link>(&item);
        if (link == nullptr) continue;
        auto uses = uses_of(link->target);
        while (!uses.empty()) {
            const auto end = std::min(uses.find(' '), uses.size());
            anchors.push_back({std::string(uses.substr(0, end)), {link->at.x, link->at.y}});
            uses.remove_prefix(std::min(end + 1, uses.size()));
        }
    }
}

void drop_uses(std::vector<scene::Item>& items) {
    std::erase_if(items, [](const scene::Item& item) {
        const auto* link = std::get_if<scene::Link>(&item);
        return link != nullptr && !link->target.empty() && link->target.front() == kUse;
    });
    for (auto& item : items) {
        if (auto* mark = std::get_if<scene::Mark>(&item)) drop_uses(mark->items);
        if (auto* group = std::get_if<scene::Group>(&item)) drop_uses(group->items);
    }
}

}  // namespace precis::layout
