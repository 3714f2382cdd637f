// chart/marks/bar_mark.cpp: outlines bars in coordinates along and across, then turns them level or upright.
// Stage: places -> BAR MARK -> canvas. No data, no labels.
#include "chart/marks/bar_mark.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/shapes.h"

namespace precis::chart {
namespace {

// The two fading chevrons of "more than": docs/design/looks.md#notation.
constexpr double kChevrons[] = {3.4, 7.2};
constexpr double kFades[] = {0.75, 0.4};
constexpr double kThin = 0.25;  // shorter bars are not drawn: they would look like a part of the baseline

struct Turned {
    Lie lie;
    base::Point operator()(double along, double across) const {
        return lie == Lie::level ? base::Point{along, across} : base::Point{across, along};
    }
};

}  // namespace

void draw_whisker(Canvas& canvas, Lie lie, double low, double high, double middle, double foot) {
    const Turned at{lie};
    scene::Path path = stroked(polyline({at(low, middle), at(high, middle)}), canvas.inks().ink, 1);
    for (const double end : {low, high}) {
        path.steps.emplace_back(scene::MoveTo{at(end, middle - foot / 2)});
        path.steps.emplace_back(scene::LineTo{at(end, middle + foot / 2)});
    }
    canvas.add(Layer::rims, std::move(path));
}

void draw_bar(Canvas& canvas, const BarMark& mark, const Look& look, const base::Color& color) {
    const Turned at{mark.lie};
    const double way = mark.end >= mark.base ? 1 : -1;
    double end = mark.end;
    if (std::abs(end - mark.base) < kThin && !mark.open_ended) return;
    // An outline is drawn inside the bar's own extent, so that it adds no length.
    const double inset = look.outline ? std::min({kMarkOutline / 2, mark.depth / 4, std::abs(end - mark.base) / 4}) : 0;
    const double base = mark.base;
    end -= way * inset;
    const double low = mark.begin + inset, high = mark.begin + mark.depth - inset, middle = (low + high) / 2;
    const double point = std::min(kPoint, mark.depth / 2);
    std::vector<base::Point> outline{at(base, low), at(end, low)};
    if (mark.open_ended) outline.push_back(at(end + way * point, middle));
    outline.push_back(at(end, high));
    outline.push_back(at(base, high));
    canvas.add(Layer::marks, painted(polygon(outline), look));
    if (!mark.open_ended) return;
    for (int i = 0; i < 2; ++i) {
        const double shift = way * kChevrons[i];
        scene::Group group;
        group.opacity = kFades[i];
        group.items.push_back(stroked(
            polyline({at(end + shift, low + 0.3), at(end + shift + way * point, middle), at(end + shift, high - 0.3)}),
            color, 1.3));
        canvas.add(Layer::marks, std::move(group));
    }
}

}  // namespace precis::chart
