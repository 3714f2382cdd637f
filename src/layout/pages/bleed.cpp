// A printer cuts through the bleed, so a ground that ended at the edge would show a white line where the cut is off.
#include "layout/pages/bleed.h"

namespace precis::layout {
namespace {

constexpr double kTouches = 0.05;  // points from the edge

class Outward {
  public:
    Outward(base::Size page, double bleed) : page_(page), bleed_(bleed) {}

    void all(std::vector<scene::Item>& items, base::Point origin) const {
        for (auto& item : items) {
            if (auto* mark = std::get_if<scene::Mark>(&item)) all(mark->items, origin);
            if (auto* path = std::get_if<scene::Path>(&item)) shape(*path, origin);
            auto* group = std::get_if<scene::Group>(&item);
            if (!group || group->clip) continue;  // a clip ends what is drawn inside
            const auto& t = group->transform;
            if (t.a == 1 && t.b == 0 && t.c == 0 && t.d == 1) all(group->items, {origin.x + t.e, origin.y + t.f});
        }
    }

  private:
    void shape(scene::Path& path, base::Point origin) const {
        if (!path.fill && !path.hatch) return;
        for (auto& step : path.steps) {
            if (auto* move = std::get_if<scene::MoveTo>(&step)) point(move->p, origin);
            if (auto* line = std::get_if<scene::LineTo>(&step)) point(line->p, origin);
        }
    }

    void point(base::Point& p, base::Point origin) const {
        p.x += outward(p.x + origin.x, page_.width);
        p.y += outward(p.y + origin.y, page_.height);
    }
    double outward(double at, double end) const { return at <= kTouches ? -bleed_ : at >= end - kTouches ? bleed_ : 0; }

    base::Size page_;
    double bleed_;
};

}  // namespace

void add_bleed(scene::Page& page, double bleed) {
    if (bleed <= 0) return;
    page.bleed = bleed;
    Outward(page.size, bleed).all(page.items, {0, 0});
}

}  // namespace precis::layout
