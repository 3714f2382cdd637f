// scene/shapes.cpp: rectangles and lines by corners, circles as four cubic arcs.
// Stage: numbers -> SHAPES -> path steps. Knows no colours.
#include "scene/shapes.h"

namespace precis::scene {

std::vector<PathStep> rectangle(const base::Rect& at) {
    return {MoveTo{{at.x, at.y}}, LineTo{{at.right(), at.y}}, LineTo{{at.right(), at.bottom()}},
            LineTo{{at.x, at.bottom()}}, ClosePath{}};
}

std::vector<PathStep> polyline(const std::vector<base::Point>& points) {
    std::vector<PathStep> steps;
    steps.reserve(points.size());
    for (const auto& point : points) steps.push_back(steps.empty() ? PathStep{MoveTo{point}} : PathStep{LineTo{point}});
    return steps;
}

std::vector<PathStep> polygon(const std::vector<base::Point>& points) {
    auto steps = polyline(points);
    steps.push_back(ClosePath{});
    return steps;
}

std::vector<PathStep> ellipse(base::Point center, double rx, double ry, double arc) {
    const double kx = rx * arc, ky = ry * arc;
    const double left = center.x - rx, right = center.x + rx, top = center.y - ry, bottom = center.y + ry;
    return {MoveTo{{right, center.y}},
            CurveTo{{right, center.y + ky}, {center.x + kx, bottom}, {center.x, bottom}},
            CurveTo{{center.x - kx, bottom}, {left, center.y + ky}, {left, center.y}},
            CurveTo{{left, center.y - ky}, {center.x - kx, top}, {center.x, top}},
            CurveTo{{center.x + kx, top}, {right, center.y - ky}, {right, center.y}},
            ClosePath{}};
}

std::vector<PathStep> disc(base::Point center, double radius, double arc) {
    return ellipse(center, radius, radius, arc);
}

void append(Path& path, const std::vector<PathStep>& shape) {
    path.steps.insert(path.steps.end(), shape.begin(), shape.end());
}

}  // namespace precis::scene
