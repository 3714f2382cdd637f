#include "paint/cairo/shares.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace precis::paint {
namespace {

constexpr int kPieces = 5;  // of a curve

struct Tracer {
    Outline& out;
    const base::Affine& map;

    std::vector<base::Point>& points() {
        if (out.parts.empty() || out.parts.back().closed) {
            const auto from = out.parts.empty() ? base::Point{} : out.parts.back().points.front();
            out.parts.push_back({{from}, false});
        }
        return out.parts.back().points;
    }
    void operator()(const scene::MoveTo& step) { out.parts.push_back({{map.apply(step.p)}, false}); }
    void operator()(const scene::LineTo& step) { points().push_back(map.apply(step.p)); }
    void operator()(const scene::CurveTo& step) {
        auto& to = points();
        const auto a = to.back(), b = map.apply(step.c1), c = map.apply(step.c2), d = map.apply(step.p);
        for (int i = 1; i <= kPieces; ++i) {
            const double t = static_cast<double>(i) / kPieces, s = 1 - t;
            const double k0 = s * s * s, k1 = 3 * s * s * t, k2 = 3 * s * t * t, k3 = t * t * t;
            to.push_back({k0 * a.x + k1 * b.x + k2 * c.x + k3 * d.x, k0 * a.y + k1 * b.y + k2 * c.y + k3 * d.y});
        }
    }
    void operator()(const scene::ClosePath&) {
        if (!out.parts.empty()) out.parts.back().closed = true;
    }
};

/// The part of a polygon on one side of a line: distance(p) >= 0.
template <class Distance>
void keep_side(std::vector<base::Point>& points, std::vector<base::Point>& room, Distance distance) {
    room.clear();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& a = points[i];
        const auto& b = points[(i + 1) % points.size()];
        const double da = distance(a), db = distance(b);
        if (da >= 0) room.push_back(a);
        if ((da >= 0) != (db >= 0)) {
            const double t = da / (da - db);
            room.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    points.swap(room);
}

double signed_area(const std::vector<base::Point>& points) {
    double twice = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& a = points[i];
        const auto& b = points[(i + 1) % points.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

double length_of_piece(const base::Point& a, const base::Point& b, const base::Rect& box) {
    if (std::max(a.x, b.x) < box.x || std::min(a.x, b.x) > box.right() || std::max(a.y, b.y) < box.y ||
        std::min(a.y, b.y) > box.bottom())
        return 0;
    const double dx = b.x - a.x, dy = b.y - a.y;
    double begin = 0, end = 1;
    const auto edge = [&](double p, double q) {
        if (p == 0) return q >= 0;
        const double t = q / p;
        if (p < 0)
            begin = std::max(begin, t);
        else
            end = std::min(end, t);
        return begin <= end;
    };
    if (!edge(-dx, a.x - box.x) || !edge(dx, box.right() - a.x) || !edge(-dy, a.y - box.y) ||
        !edge(dy, box.bottom() - a.y))
        return 0;
    return (end - begin) * std::hypot(dx, dy);
}

}  // namespace

Outline outline(const scene::Path& path, const base::Affine& map) {
    Outline out;
    Tracer tracer{out, map};
    for (const auto& step : path.steps) std::visit(tracer, step);
    return out;
}

std::optional<base::Rect> path_bounds(const scene::Path& path) {
    if (path.steps.empty()) return std::nullopt;
    base::Point low{1e300, 1e300}, high{-1e300, -1e300};
    const auto add = [&](const base::Point& p) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    };
    for (const auto& step : path.steps) {
        if (const auto* line = std::get_if<scene::LineTo>(&step)) add(line->p);
        if (const auto* move = std::get_if<scene::MoveTo>(&step)) add(move->p);
        if (const auto* curve = std::get_if<scene::CurveTo>(&step)) add(curve->c1), add(curve->c2), add(curve->p);
    }
    const double half = path.stroke ? path.stroke->width / 2 : 0;
    return base::Rect{low.x - half, low.y - half, high.x - low.x + 2 * half, high.y - low.y + 2 * half};
}

base::Rect mapped(const base::Rect& at, const base::Affine& map) {
    const auto a = map.apply({at.x, at.y}), b = map.apply({at.right(), at.y}), c = map.apply({at.x, at.bottom()}),
               d = map.apply({at.right(), at.bottom()});
    const double x = std::min({a.x, b.x, c.x, d.x}), y = std::min({a.y, b.y, c.y, d.y});
    return {x, y, std::max({a.x, b.x, c.x, d.x}) - x, std::max({a.y, b.y, c.y, d.y}) - y};
}

base::Rect common(const base::Rect& a, const base::Rect& b) {
    const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0.0, std::min(a.right(), b.right()) - x),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - y)};
}

double share_of(const base::Rect& shape, const base::Rect& box) {
    if (box.empty()) return 0;
    const auto both = common(shape, box);
    return both.width * both.height / (box.width * box.height);
}

double filled_share(const Outline& outline, const base::Rect& box) {
    if (box.empty()) return 0;
    double area = 0;
    std::vector<base::Point> points, room;
    for (const auto& part : outline.parts) {
        points = part.points;
        keep_side(points, room, [&](const base::Point& p) { return p.x - box.x; });
        if (!points.empty()) keep_side(points, room, [&](const base::Point& p) { return box.right() - p.x; });
        if (!points.empty()) keep_side(points, room, [&](const base::Point& p) { return p.y - box.y; });
        if (!points.empty()) keep_side(points, room, [&](const base::Point& p) { return box.bottom() - p.y; });
        area += signed_area(points);
    }
    return std::min(1.0, std::abs(area) / (box.width * box.height));
}

double length_within(const Outline& outline, const base::Rect& box) {
    double length = 0;
    for (const auto& part : outline.parts) {
        for (std::size_t i = 1; i < part.points.size(); ++i)
            length += length_of_piece(part.points[i - 1], part.points[i], box);
        if (part.closed) length += length_of_piece(part.points.back(), part.points.front(), box);
    }
    return length;
}

double drawn_part(const std::vector<double>& dash) {
    const double all = std::accumulate(dash.begin(), dash.end(), 0.0);
    if (!(all > 0) || dash.size() % 2 != 0) return 1;
    double drawn = 0;
    for (std::size_t i = 0; i < dash.size(); i += 2) drawn += dash[i];
    return drawn / all;
}

base::Color blended(const base::Color& over, double alpha, const base::Color& ground) {
    const auto mix = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(alpha * a + (1 - alpha) * b, 0.0, 255.0)));
    };
    return {mix(over.r, ground.r), mix(over.g, ground.g), mix(over.b, ground.b), 1};
}

bool differ(const base::Color& a, const base::Color& b) {
    const auto far = [](std::uint8_t x, std::uint8_t y) { return std::abs(static_cast<int>(x) - y) > 40; };
    return far(a.r, b.r) || far(a.g, b.g) || far(a.b, b.b);
}

}  // namespace precis::paint
