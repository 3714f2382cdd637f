// Polygons are clipped side by side of the rectangle (Sutherland and Hodgman), lines by the range of their parameter
// (Liang and Barsky).
#include "paint/pptx/clip.h"

#include <algorithm>
#include <array>
#include <optional>

namespace precis::paint::pptx_file {
namespace {

constexpr int kSegments = 12;  // straight pieces of a curve; smooth enough at the size of a slide
using Polygon = std::vector<base::Point>;

struct Outline {
    Polygon points;
    bool closed = false;
};

base::Point at(const scene::CurveTo& c, base::Point from, double t) {
    const double u = 1 - t;
    const auto mix = [&](double a, double b, double d, double e) {
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * d + t * t * t * e;
    };
    return {mix(from.x, c.c1.x, c.c2.x, c.p.x), mix(from.y, c.c1.y, c.c2.y, c.p.y)};
}

std::vector<Outline> outlines_of(const scene::Path& path) {
    std::vector<Outline> outlines;
    struct Step {
        std::vector<Outline>& outlines;
        void operator()(const scene::MoveTo& s) const { outlines.push_back({{s.p}, false}); }
        void operator()(const scene::LineTo& s) const {
            if (outlines.empty()) outlines.push_back({});
            outlines.back().points.push_back(s.p);
        }
        void operator()(const scene::CurveTo& s) const {
            if (outlines.empty() || outlines.back().points.empty()) outlines.push_back({{s.c1}, false});
            const auto from = outlines.back().points.back();
            for (int i = 1; i <= kSegments; ++i)
                outlines.back().points.push_back(at(s, from, static_cast<double>(i) / kSegments));
        }
        void operator()(const scene::ClosePath&) const {
            if (!outlines.empty()) outlines.back().closed = true;
        }
    };
    for (const auto& step : path.steps) std::visit(Step{outlines}, step);
    return outlines;
}

// One side of the rectangle, as the signed distance of a point from it, positive inside.
struct Side {
    double a, b, c;
    double inside(base::Point p) const { return a * p.x + b * p.y + c; }
};
std::array<Side, 4> sides(const base::Rect& r) {
    return {{{1, 0, -r.x}, {-1, 0, r.right()}, {0, 1, -r.y}, {0, -1, r.bottom()}}};
}
base::Point between(base::Point p, base::Point q, double share) {
    return {p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share};
}

Polygon clipped_polygon(Polygon polygon, const base::Rect& clip) {
    for (const auto& side : sides(clip)) {
        Polygon kept;
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const auto p = polygon[i], q = polygon[(i + 1) % polygon.size()];
            const double from = side.inside(p), to = side.inside(q);
            if (from >= 0) kept.push_back(p);
            if ((from >= 0) != (to >= 0)) kept.push_back(between(p, q, from / (from - to)));
        }
        polygon = std::move(kept);
    }
    return polygon;
}

std::optional<std::pair<base::Point, base::Point>> clipped_line(base::Point p, base::Point q, const base::Rect& clip) {
    double begin = 0, end = 1;
    for (const auto& side : sides(clip)) {
        const double from = side.inside(p), to = side.inside(q);
        if (from < 0 && to < 0) return std::nullopt;
        if (from < 0) begin = std::max(begin, from / (from - to));
        if (to < 0) end = std::min(end, from / (from - to));
    }
    if (begin >= end) return std::nullopt;
    return std::pair{between(p, q, begin), between(p, q, end)};
}

}  // namespace

scene::Path clipped(const scene::Path& path, const base::Rect& clip) {
    scene::Path out = path;
    out.steps.clear();
    const bool filled = path.fill || path.hatch;
    for (const auto& outline : outlines_of(path)) {
        if (filled) {
            const auto polygon = clipped_polygon(outline.points, clip);
            if (polygon.size() < 3) continue;
            out.steps.emplace_back(scene::MoveTo{polygon[0]});
            for (std::size_t i = 1; i < polygon.size(); ++i) out.steps.emplace_back(scene::LineTo{polygon[i]});
            out.steps.emplace_back(scene::ClosePath{});
            continue;
        }
        auto points = outline.points;
        if (outline.closed && !points.empty()) points.push_back(points.front());
        std::optional<base::Point> last;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            const auto line = clipped_line(points[i], points[i + 1], clip);
            if (!line) continue;
            if (!last || *last != line->first) out.steps.emplace_back(scene::MoveTo{line->first});
            out.steps.emplace_back(scene::LineTo{line->second});
            last = line->second;
        }
    }
    return out;
}

}  // namespace precis::paint::pptx_file
