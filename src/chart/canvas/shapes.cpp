// chart/canvas/shapes.cpp: pills and arrow heads by their corners; steps with fill, hatch and stroke.
// Stage: numbers -> SHAPES -> scene paths.
#include "chart/canvas/shapes.h"

#include <algorithm>
#include <cmath>

namespace precis::chart {

std::vector<scene::PathStep> pill(const base::Rect& at) {
    const double r = std::min(at.height, at.width) / 2, k = r * (1 - scene::kQuarterArc);
    const double left = at.x, right = at.right(), top = at.y, bottom = at.bottom();
    return {scene::MoveTo{{left + r, top}},
            scene::LineTo{{right - r, top}},
            scene::CurveTo{{right - k, top}, {right, top + k}, {right, top + r}},
            scene::LineTo{{right, bottom - r}},
            scene::CurveTo{{right, bottom - k}, {right - k, bottom}, {right - r, bottom}},
            scene::LineTo{{left + r, bottom}},
            scene::CurveTo{{left + k, bottom}, {left, bottom - k}, {left, bottom - r}},
            scene::LineTo{{left, top + r}},
            scene::CurveTo{{left, top + k}, {left + k, top}, {left + r, top}},
            scene::ClosePath{}};
}

std::vector<scene::PathStep> arrow_head(base::Point from, base::Point tip, double length, double width) {
    const double dx = tip.x - from.x, dy = tip.y - from.y, d = std::hypot(dx, dy);
    const double ux = d > 0 ? dx / d : 0, uy = d > 0 ? dy / d : -1;
    const base::Point back{tip.x - ux * length, tip.y - uy * length};
    return polygon(
        {tip, {back.x - uy * width / 2, back.y + ux * width / 2}, {back.x + uy * width / 2, back.y - ux * width / 2}});
}

scene::CurveTo curve_between(const SlopedPoint& from, const SlopedPoint& to) {
    const double third = (to.at.x - from.at.x) / 3;
    return {{from.at.x + third, from.at.y + from.slope * third}, {to.at.x - third, to.at.y - to.slope * third}, to.at};
}

scene::Path filled(std::vector<scene::PathStep> steps, const base::Color& fill) {
    scene::Path path;
    path.steps = std::move(steps);
    path.fill = fill;
    return path;
}

scene::Path stroked(std::vector<scene::PathStep> steps, const base::Color& color, double width,
                    std::vector<double> dash) {
    scene::Path path;
    path.steps = std::move(steps);
    path.stroke = scene::Stroke{color, width, std::move(dash), false};
    return path;
}

scene::Path painted(std::vector<scene::PathStep> steps, const Look& look, double outline) {
    scene::Path path;
    path.steps = std::move(steps);
    path.fill = look.fill;
    path.hatch = look.hatch;
    if (look.outline) path.stroke = scene::Stroke{*look.outline, outline, {}, false};
    return path;
}

}  // namespace precis::chart
