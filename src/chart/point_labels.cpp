// chart/point_labels.cpp: candidate places around a point, near ones first, and the leader to a far one.
// Stage: points -> POINT LABELS -> canvas.
#include "chart/point_labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/shapes.h"

namespace precis::chart {
namespace {

struct Place {
    base::Point baseline;  // of the label's left end
    bool far = false;      // tied by a leader
};

/// Right, left, above, below, the corners; then rings farther out.
std::vector<Place> places_of(const Canvas& canvas, const PointLabel& point) {
    const double cap = point.label.cap, width = point.label.width, gap = point.radius + 2.6;
    const base::Point at = point.at;
    const double middle = at.y + cap / 2, over = at.y - gap, under = at.y + gap + cap;
    const double slant = point.radius * 0.7 + 1.8;
    std::vector<Place> places{{{at.x + gap, middle}, false},
                              {{at.x - gap - width, middle}, false},
                              {{at.x - width / 2, over}, false},
                              {{at.x - width / 2, under}, false},
                              {{at.x + slant, at.y - slant}, false},
                              {{at.x - slant - width, at.y - slant}, false},
                              {{at.x + slant, at.y + slant + cap}, false},
                              {{at.x - slant - width, at.y + slant + cap}, false}};
    for (const double reach : {9.0, 15.0, 22.0, 30.0}) {
        const double away = (reach + point.radius) * canvas.unit();
        for (const double degrees : {-35.0, -145.0, 35.0, 145.0, -60.0, -120.0, 60.0, 120.0, 0.0, 180.0, -90.0, 90.0}) {
            const double angle = degrees * 3.14159265358979 / 180;
            const double x = at.x + away * std::cos(angle), y = at.y + away * std::sin(angle);
            const double side = std::cos(angle);
            const double left = side > 0.2 ? x + 1.5 : side < -0.2 ? x - 1.5 - width : x - width / 2;
            places.push_back({{left, y + cap / 2}, true});
        }
    }
    return places;
}

/// From the point's rim to the nearest edge of its label.
std::pair<base::Point, base::Point> leader_of(const PointLabel& point, const base::Rect& label) {
    const base::Point end{std::clamp(point.at.x, label.x - 1.2, label.right() + 1.2),
                          std::clamp(point.at.y, label.y + label.height * 0.4, label.y + label.height * 0.45)};
    const double dx = end.x - point.at.x, dy = end.y - point.at.y, d = std::max(std::hypot(dx, dy), 1e-9);
    const double rim = point.radius + 1;
    return {{point.at.x + dx / d * rim, point.at.y + dy / d * rim}, end};
}

std::vector<base::Rect> cells_along(base::Point a, base::Point b) {
    std::vector<base::Rect> cells;
    const int pieces = std::max(1, static_cast<int>(std::hypot(b.x - a.x, b.y - a.y)));
    for (int k = 0; k <= pieces; ++k) {
        const double t = static_cast<double>(k) / pieces;
        cells.push_back({a.x + (b.x - a.x) * t - 0.4, a.y + (b.y - a.y) * t - 0.4, 0.8, 0.8});
    }
    return cells;
}

bool try_place(Canvas& canvas, const PointLabel& point, const Place& place, const base::Rect& room) {
    const base::Rect at = canvas.place(point.label, place.baseline, Anchor::left);
    const base::Rect air{at.x - 1, at.y - 0.8, at.width + 2, at.height + 0.8};
    if (at.x < room.x || at.right() > room.right() || at.y < room.y || at.bottom() > room.bottom()) return false;
    if (!canvas.is_free(air)) return false;
    if (place.far) {
        const auto [from, to] = leader_of(point, at);
        const auto cells = cells_along(from, to);
        for (const auto& cell : cells)
            if (!canvas.is_free(cell)) return false;
        canvas.add(Layer::marks, stroked(polyline({from, to}), canvas.inks().quiet_text, 0.5));
        for (const auto& cell : cells) canvas.take(cell);
    }
    canvas.put(point.label, place.baseline);
    return true;
}

}  // namespace

void draw_point_labels(Canvas& canvas, std::vector<PointLabel> labels, const base::Rect& room) {
    std::vector<double> crowd(labels.size(), 0);
    for (std::size_t i = 0; i < labels.size(); ++i)
        for (const auto& other : labels)
            crowd[i] += std::abs(other.at.x - labels[i].at.x) < labels[i].label.width &&
                        std::abs(other.at.y - labels[i].at.y) < 14;
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return labels[a].rank != labels[b].rank ? labels[a].rank > labels[b].rank : crowd[a] > crowd[b];
    });
    for (const std::size_t i : order) {
        if (labels[i].label.empty()) continue;
        const auto places = places_of(canvas, labels[i]);
        const bool placed = std::any_of(places.begin(), places.end(),
                                        [&](const Place& place) { return try_place(canvas, labels[i], place, room); });
        if (!placed) canvas.dropped(labels[i].label.text);
    }
}

}  // namespace precis::chart
