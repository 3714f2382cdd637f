// chart/canvas/shapes.cpp: the shapes, circles as four cubic arcs.
// Stage: numbers -> SHAPES -> scene paths.
#include "chart/canvas/shapes.h"

#include <cmath>

namespace precis::chart {
namespace {
constexpr double kArc = 0.5522847498;  // control length of a quarter circle

scene::PathStep move(double x, double y) {
    return scene::MoveTo{{x, y}};
}
scene::PathStep line(double x, double y) {
    return scene::LineTo{{x, y}};
}
}  // namespace

std::vector<scene::PathStep> rectangle(const base::Rect& at) {
    return {move(at.x, at.y), line(at.right(), at.y), line(at.right(), at.bottom()), line(at.x, at.bottom()),
            scene::ClosePath{}};
}

std::vector<scene::PathStep> polyline(const std::vector<base::Point>& points) {
    std::vector<scene::PathStep> steps;
    steps.reserve(points.size());
    for (const auto& p : points) steps.push_back(steps.empty() ? move(p.x, p.y) : line(p.x, p.y));
    return steps;
}

std::vector<scene::PathStep> polygon(const std::vector<base::Point>& points) {
    auto steps = polyline(points);
    steps.push_back(scene::ClosePath{});
    return steps;
}

std::vector<scene::PathStep> ellipse(base::Point c, double rx, double ry) {
    const double kx = rx * kArc, ky = ry * kArc;
    const auto arc = [](double ax, double ay, double bx, double by, double x, double y) {
        return scene::CurveTo{{ax, ay}, {bx, by}, {x, y}};
    };
    return {move(c.x + rx, c.y),
            arc(c.x + rx, c.y + ky, c.x + kx, c.y + ry, c.x, c.y + ry),
            arc(c.x - kx, c.y + ry, c.x - rx, c.y + ky, c.x - rx, c.y),
            arc(c.x - rx, c.y - ky, c.x - kx, c.y - ry, c.x, c.y - ry),
            arc(c.x + kx, c.y - ry, c.x + rx, c.y - ky, c.x + rx, c.y),
            scene::ClosePath{}};
}

std::vector<scene::PathStep> disc(base::Point center, double radius) {
    return ellipse(center, radius, radius);
}

std::vector<scene::PathStep> pill(const base::Rect& at) {
    const double r = std::min(at.height, at.width) / 2, k = r * (1 - kArc);
    const double left = at.x, right = at.right(), top = at.y, bottom = at.bottom();
    return {move(left + r, top),
            line(right - r, top),
            scene::CurveTo{{right - k, top}, {right, top + k}, {right, top + r}},
            line(right, bottom - r),
            scene::CurveTo{{right, bottom - k}, {right - k, bottom}, {right - r, bottom}},
            line(left + r, bottom),
            scene::CurveTo{{left + k, bottom}, {left, bottom - k}, {left, bottom - r}},
            line(left, top + r),
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

}  // namespace precis::chart
