// Reads boxes and lines from a drawing, for tests of their places.
#pragma once
#include "fixture.h"

namespace precis::chart::test {

inline std::vector<base::Point> points_of(const scene::Path& path) {
    std::vector<base::Point> points;
    for (const auto& step : path.steps) {
        if (const auto* move = std::get_if<scene::MoveTo>(&step)) points.push_back(move->p);
        if (const auto* line = std::get_if<scene::LineTo>(&step)) points.push_back(line->p);
    }
    return points;
}

/// Filled or hatched rectangles in the order in which they are drawn.
inline std::vector<base::Rect> filled_boxes(const Drawing& drawing) {
    std::vector<base::Rect> boxes;
    for (const auto& item : drawing.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (path == nullptr || (!path->fill && !path->hatch) || path->steps.size() != 5) continue;
        const auto points = points_of(*path);
        if (points.size() != 4) continue;
        base::Rect box{points[0].x, points[0].y, 0, 0};
        double right = box.x, bottom = box.y;
        for (const auto& p : points) {
            box.x = std::min(box.x, p.x), box.y = std::min(box.y, p.y);
            right = std::max(right, p.x), bottom = std::max(bottom, p.y);
        }
        boxes.push_back({box.x, box.y, right - box.x, bottom - box.y});
    }
    return boxes;
}

/// Paths with a stroke of one colour and without a fill.
inline std::vector<scene::Path> open_paths(const Drawing& drawing, const base::Color& color) {
    std::vector<scene::Path> paths;
    for (const auto& item : drawing.items)
        if (const auto* path = std::get_if<scene::Path>(&item);
            path && path->stroke && !path->fill && path->stroke->color == color)
            paths.push_back(*path);
    return paths;
}

}  // namespace precis::chart::test
