// chart/marks/line_mark.cpp: splits a line into solid and dashed stretches, and draws them with the areas under them.
// Stage: places -> LINE MARK -> canvas. No data, no labels.
#include "chart/marks/line_mark.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/canvas/shapes.h"

namespace precis::chart {
namespace {

constexpr double kBridgeShare = 0.8;   // width of a bridge by that of its line
constexpr double kDashedWidth = 1.75;  // docs/design/looks.md#notation

/// Neighbouring points that are all open or all not. A stretch begins at the last point of the one before.
struct Stretch {
    std::vector<base::Point> points;
    bool open = false, bridge = false;
};

std::vector<Stretch> stretches_of(const LineMark& mark) {
    std::vector<Stretch> stretches;
    const std::optional<LinePoint>* before = nullptr;
    for (const auto& point : mark.points) {
        if (!point) {
            before = nullptr;
            continue;
        }
        if (before == nullptr) {
            stretches.push_back({{point->at}, false, false});
        } else {
            const auto& last = stretches.back();
            const bool fresh = last.points.size() == 1;
            if (!fresh && (last.open != point->open || last.bridge != point->bridge))
                stretches.push_back({{(*before)->at}, point->open, point->bridge});
            auto& stretch = stretches.back();
            if (fresh) stretch.open = point->open, stretch.bridge = point->bridge;
            if (mark.stepped) stretch.points.push_back({point->at.x, stretch.points.back().y});
            stretch.points.push_back(point->at);
        }
        before = &point;
    }
    return stretches;
}

void draw_ground(Canvas& canvas, const LineMark& mark, const Stretch& stretch) {
    auto outline = stretch.points;
    outline.push_back({stretch.points.back().x, *mark.ground});
    outline.push_back({stretch.points.front().x, *mark.ground});
    scene::Path path;
    path.steps = polygon(outline);
    if (stretch.open) {
        const auto& ground = canvas.inks().ground;
        path.hatch =
            scene::Hatch{base::mixed(mark.color, ground, 0.42), base::mixed(mark.color, ground, 0.08), 5.2, 0.9};
    } else {
        path.fill = mark.tint;
    }
    canvas.add(Layer::marks, std::move(path));
}

}  // namespace

std::vector<std::optional<LinePoint>> thinned(std::vector<std::optional<LinePoint>> points) {
    constexpr std::size_t kFew = 2000;  // lines of up to so many points are kept whole
    constexpr double kColumn = 0.25;    // points of the page: a pixel at 288 dpi
    if (points.size() <= kFew) return points;
    std::vector<std::optional<LinePoint>> kept;
    const auto column = [](const LinePoint& point) { return std::floor(point.at.x / kColumn); };
    for (std::size_t i = 0; i < points.size();) {
        if (!points[i]) {
            if (kept.empty() || kept.back()) kept.emplace_back();
            ++i;
            continue;
        }
        std::size_t end = i, low = i, high = i;
        while (end < points.size() && points[end] && points[end]->open == points[i]->open &&
               points[end]->bridge == points[i]->bridge && column(*points[end]) == column(*points[i])) {
            if (points[end]->at.y < points[low]->at.y) low = end;
            if (points[end]->at.y > points[high]->at.y) high = end;
            ++end;
        }
        const std::array<std::size_t, 4> shown{i, std::min(low, high), std::max(low, high), end - 1};
        for (std::size_t k = 0; k < shown.size(); ++k)
            if (k == 0 || shown[k] != shown[k - 1]) kept.push_back(points[shown[k]]);
        i = end;
    }
    return kept;
}

std::vector<std::optional<LinePoint>> bridged(std::vector<std::optional<LinePoint>> points) {
    std::vector<std::optional<LinePoint>> joined;
    bool over_gap = false;
    for (auto& point : points) {
        if (!point) {
            over_gap = !joined.empty();
            continue;
        }
        point->bridge = over_gap;
        over_gap = false;
        joined.push_back(point);
    }
    return joined;
}

void draw_line(Canvas& canvas, const LineMark& mark) {
    for (const auto& stretch : stretches_of(mark)) {
        if (stretch.points.size() < 2) {
            draw_dot(canvas, stretch.points.front(), std::max(mark.width, 1.3), mark.color, false);
            continue;
        }
        if (mark.ground && !(stretch.open && mark.interval)) draw_ground(canvas, mark, stretch);
        scene::Path path = stroked(polyline(stretch.points), mark.color, mark.width);
        if (stretch.bridge)
            path.stroke = scene::Stroke{mark.color, mark.width * kBridgeShare, {1, 2.6}, false};
        else if (stretch.open)
            path.stroke = scene::Stroke{mark.color, kDashedWidth, {4.5, 2.6}, false};
        else
            path.stroke->round_caps = true;
        canvas.add(mark.layer, std::move(path));
    }
}

void draw_dot(Canvas& canvas, base::Point at, double radius, const base::Color& color, bool open) {
    if (!open) return canvas.add(Layer::rims, filled(disc(at, radius), color));
    scene::Path ring = stroked(disc(at, radius + 0.4), color, 1.5);
    ring.fill = canvas.inks().ground;
    canvas.add(Layer::rims, std::move(ring));
}

void take_line(Canvas& canvas, const LineMark& mark) {
    constexpr double kEvery = 2.5, kHalf = 0.9;  // small squares along the line; words are higher than their distance
    for (const auto& stretch : stretches_of(mark)) {
        for (std::size_t i = 1; i < stretch.points.size(); ++i) {
            const auto &a = stretch.points[i - 1], &b = stretch.points[i];
            const int pieces = std::max(1, static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / kEvery));
            for (int k = 0; k <= pieces; ++k) {
                const double t = static_cast<double>(k) / pieces;
                canvas.take({a.x + (b.x - a.x) * t - kHalf, a.y + (b.y - a.y) * t - kHalf, 2 * kHalf, 2 * kHalf});
            }
        }
    }
}

}  // namespace precis::chart
