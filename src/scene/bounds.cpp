// Bounds: the rectangle that items cover on the page.
#include <algorithm>
#include <array>
#include <optional>

#include "scene/scene.h"

namespace precis::scene {
namespace {

// A box that is empty until a point is added; a line without height is not empty.
class Box {
  public:
    void add(base::Point p) {
        if (!known_) low_ = high_ = p;
        known_ = true;
        low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
        high_ = {std::max(high_.x, p.x), std::max(high_.y, p.y)};
    }
    void add(const base::Rect& r) {
        add(base::Point{r.x, r.y});
        add(base::Point{r.right(), r.bottom()});
    }
    std::optional<base::Rect> rect() const {
        if (!known_) return std::nullopt;
        return base::Rect{low_.x, low_.y, high_.x - low_.x, high_.y - low_.y};
    }

  private:
    base::Point low_, high_;
    bool known_ = false;
};

std::optional<base::Rect> bounds_of(const std::vector<Item>& items);

std::optional<base::Rect> bounds_of(const GlyphRun& run) {
    return base::Rect{run.origin.x, run.origin.y - 0.8 * run.size, run.width, run.size};
}

std::optional<base::Rect> bounds_of(const Path& path) {
    Box box;
    for (const auto& step : path.steps) {
        if (const auto* move = std::get_if<MoveTo>(&step)) box.add(move->p);
        if (const auto* line = std::get_if<LineTo>(&step)) box.add(line->p);
        if (const auto* curve = std::get_if<CurveTo>(&step)) {
            // A curve lies inside the hull of its control points, so the box is never too small.
            box.add(curve->c1);
            box.add(curve->c2);
            box.add(curve->p);
        }
    }
    auto rect = box.rect();
    if (rect && path.stroke) {
        const double half = path.stroke->width / 2;
        rect = base::Rect{rect->x - half, rect->y - half, rect->width + 2 * half, rect->height + 2 * half};
    }
    return rect;
}

std::optional<base::Rect> bounds_of(const Image& image) {
    return image.at;
}
std::optional<base::Rect> bounds_of(const Link& link) {
    return link.at;
}
std::optional<base::Rect> bounds_of(const Mark& mark) {
    return bounds_of(mark.items);
}

base::Rect common(const base::Rect& a, const base::Rect& b) {
    const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0.0, std::min(a.right(), b.right()) - x),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - y)};
}

std::optional<base::Rect> bounds_of(const Group& group) {
    auto inside = bounds_of(group.items);
    if (inside && group.clip) inside = common(*inside, *group.clip);
    if (!inside) return std::nullopt;
    Box box;
    for (const base::Point corner : std::array<base::Point, 4>{{{inside->x, inside->y},
                                                                {inside->right(), inside->y},
                                                                {inside->x, inside->bottom()},
                                                                {inside->right(), inside->bottom()}}})
        box.add(group.transform.apply(corner));
    return box.rect();
}

std::optional<base::Rect> bounds_of(const std::vector<Item>& items) {
    Box box;
    for (const auto& item : items) {
        const auto rect = std::visit([](const auto& kind) { return bounds_of(kind); }, item);
        if (rect) box.add(*rect);
    }
    return box.rect();
}

}  // namespace

base::Rect bounds(const Item& item) {
    return std::visit([](const auto& kind) { return bounds_of(kind); }, item).value_or(base::Rect{});
}
base::Rect bounds(const std::vector<Item>& items) {
    return bounds_of(items).value_or(base::Rect{});
}

}  // namespace precis::scene
