// Items are parted by where they end; what crosses the cut goes below it, rectangles are cut in two.
#include "layout/pages/cut_row.h"

#include <algorithm>
#include <utility>

#include "layout/ground/setting.h"

namespace precis::layout {
namespace {

constexpr double kAboveFirstLine = 3;  // points from a continued row's top to its first letters

using Items = std::vector<scene::Item>;

/// A chart, picture, formula or table has a height of its own, and an error if no page holds it.
bool holds_exhibit(const Items& items) {
    return std::any_of(items.begin(), items.end(), [](const scene::Item& item) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (mark == nullptr) return false;
        const auto role = mark->role;
        return role == scene::Role::figure || role == scene::Role::formula || role == scene::Role::table ||
               holds_exhibit(mark->items);
    });
}

/// The colour of a filled shape of four corners; nothing for other shapes.
std::optional<base::Color> ground_of(const scene::Item& item) {
    const auto* path = std::get_if<scene::Path>(&item);
    if (path == nullptr || !path->fill || path->hatch || path->stroke || path->steps.size() > 6) return std::nullopt;
    for (const auto& step : path->steps) {
        if (std::holds_alternative<scene::CurveTo>(step)) return std::nullopt;
    }
    return path->fill;
}

Items cut(Items& items, double height) {
    Items above, below;
    for (auto& item : items) {
        const auto box = scene::bounds(item);
        if (box.y + box.height <= height) {
            above.push_back(std::move(item));
            continue;
        }
        if (auto* mark = std::get_if<scene::Mark>(&item); mark != nullptr) {
            auto rest = cut(mark->items, height);
            auto second = *mark;  // without items where all of them are in `rest`
            second.items = std::move(rest);
            const bool some = !mark->items.empty();
            if (!second.items.empty()) below.emplace_back(std::move(second));
            if (some) above.push_back(std::move(item));
            continue;
        }
        if (const auto ground = ground_of(item); ground && box.y < height) {
            above.push_back(filled({box.x, box.y, box.width, height - box.y}, *ground));
            below.push_back(filled({box.x, height, box.width, box.y + box.height - height}, *ground));
            continue;
        }
        below.push_back(std::move(item));
    }
    items = std::move(above);
    return below;
}

/// The top of the highest letters; other items do not count where there are letters.
void find_letters(const Items& items, std::optional<double>& top) {
    for (const auto& item : items) {
        if (const auto* mark = std::get_if<scene::Mark>(&item)) {
            find_letters(mark->items, top);
        } else if (std::holds_alternative<scene::GlyphRun>(item)) {
            const double y = scene::bounds(item).y;
            top = top ? std::min(*top, y) : y;
        }
    }
}

bool has_letters(const Items& items) {
    std::optional<double> top;
    find_letters(items, top);
    return top.has_value();
}

}  // namespace

std::optional<Piece> cut_row(Piece& row, double height) {
    if (holds_exhibit(row.items)) return std::nullopt;
    auto items = row.items;  // kept should nothing be cut
    auto below = cut(items, height);
    if (!has_letters(items) || below.empty()) return std::nullopt;
    Piece rest;
    rest.path = row.path;
    rest.keep_next = row.keep_next;
    rest.after = row.after;
    std::optional<double> top;
    find_letters(below, top);
    const double from = top ? *top - kAboveFirstLine : height;
    for (auto anchor = row.anchors.begin(); anchor != row.anchors.end();) {
        if (anchor->at.y < height) {
            ++anchor;
            continue;
        }
        rest.anchors.push_back({anchor->name, {anchor->at.x, anchor->at.y - from}});
        anchor = row.anchors.erase(anchor);
    }
    shift(below, 0, -from);
    rest.items = std::move(below);
    rest.height = row.height - from;
    row.items = std::move(items);
    row.height = height;
    row.keep_next = false;
    row.after = 0;
    return rest;
}

}  // namespace precis::layout
