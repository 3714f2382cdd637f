// Moves finished items. A new kind of item does not compile until it has a case here.
#include <variant>

#include "layout/ground/piece.h"

namespace precis::layout {
namespace {

struct Shift {
    double dx, dy;

    void move(base::Point& p) const { p = {p.x + dx, p.y + dy}; }
    void move(base::Rect& r) const { r.x += dx, r.y += dy; }

    void operator()(scene::MoveTo& s) const { move(s.p); }
    void operator()(scene::LineTo& s) const { move(s.p); }
    void operator()(scene::CurveTo& s) const { move(s.c1), move(s.c2), move(s.p); }
    void operator()(scene::ClosePath&) const {}

    void operator()(std::monostate&) const {}
    void operator()(scene::TextBlock& t) const { move(t.at); }
    void operator()(scene::ChartData& c) const { move(c.at); }
    void operator()(scene::TableData& t) const { move(t.at); }

    void operator()(scene::Group& g) const { g.transform = base::then(g.transform, base::Affine::translate(dx, dy)); }
    void operator()(scene::GlyphRun& r) const { move(r.origin); }
    void operator()(scene::Path& p) const {
        for (auto& step : p.steps) std::visit(*this, step);
    }
    void operator()(scene::Image& i) const { move(i.at); }
    void operator()(scene::Link& l) const { move(l.at); }
    void operator()(scene::Mark& m) const {
        std::visit(*this, m.content);
        for (auto& item : m.items) std::visit(*this, item);
    }
};

}  // namespace

void shift(std::vector<scene::Item>& items, double dx, double dy) {
    for (auto& item : items) shift(item, dx, dy);
}

void shift(scene::Item& item, double dx, double dy) {
    std::visit(Shift{dx, dy}, item);
}

}  // namespace precis::layout
