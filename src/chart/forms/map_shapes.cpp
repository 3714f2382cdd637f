// chart/forms/map_shapes.cpp: rings onto the page, and cells by scan lines.
// Stage: outlines × view × room -> MAP SHAPES -> map.cpp.
#include "chart/forms/map_shapes.h"

#include <algorithm>
#include <cmath>

namespace precis::chart {
namespace {

constexpr double kNear = 0.22;      // points of the page: nearer points of an outline are left out
constexpr double kLeastArea = 0.1;  // square points: smaller islands are not seen

/// The ring without points that are nearer than kNear to the one before.
PlaneRing thinned(const PlaneRing& ring) {
    PlaneRing out;
    for (const auto& point : ring)
        if (out.empty() || std::hypot(point.x - out.back().x, point.y - out.back().y) >= kNear) out.push_back(point);
    while (out.size() > 1 && std::hypot(out.front().x - out.back().x, out.front().y - out.back().y) < kNear)
        out.pop_back();
    return out;
}

base::Point middle_of(const PlaneRing& ring) {
    double x = 0, y = 0, area = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &a = ring[i], &b = ring[(i + 1) % ring.size()];
        const double cross = a.x * b.y - b.x * a.y;
        x += (a.x + b.x) * cross, y += (a.y + b.y) * cross, area += cross;
    }
    if (std::abs(area) < 1e-9) return ring.front();
    return {x / (3 * area), y / (3 * area)};
}

/// One polygon, which a cut may divide into several pieces; its holes go with the piece that comes first.
void add_polygon(const MapFrame& frame, const data::EarthPolygon& polygon, RegionShape& shape, double& largest) {
    std::vector<std::vector<PlaneRing>> pieces;
    for (std::size_t r = 0; r < polygon.size(); ++r) {
        for (auto ring : frame.view.projection.rings(polygon[r])) {
            for (auto& point : ring) point = frame.on_page(point);
            ring = thinned(clipped(ring, frame.room));
            if (ring.size() < 3) continue;
            const double area = area_of(ring);
            if (std::abs(area) < kLeastArea && (r > 0 || polygon.front().size() > 60)) continue;
            if ((area > 0) != (r == 0)) std::reverse(ring.begin(), ring.end());
            shape.area += r == 0 ? std::abs(area) : -std::abs(area);
            if (r == 0 && std::abs(area) > largest) {
                largest = std::abs(area);
                shape.middle = middle_of(ring);
            }
            if (r == 0)
                pieces.push_back({std::move(ring)});
            else if (!pieces.empty())
                pieces.front().push_back(std::move(ring));
        }
    }
    std::move(pieces.begin(), pieces.end(), std::back_inserter(shape.pieces));
}

}  // namespace

MapFrame::MapFrame(EarthView shown, const base::Rect& at) : view(std::move(shown)), room(at) {
    const auto& extent = view.extent;
    scale = std::min(at.width / extent.width, at.height / extent.height);
    shift = {at.x + at.width / 2 - (extent.x + extent.width / 2) * scale,
             at.y + at.height / 2 - (extent.y + extent.height / 2) * scale};
}

base::Point MapFrame::on_page(base::Point plane) const {
    return {plane.x * scale + shift.x, plane.y * scale + shift.y};
}

base::Point MapFrame::operator()(data::EarthPoint at) const {
    return on_page(view.projection(at));
}

bool MapFrame::shows(base::Point at) const {
    return at.x >= room.x && at.x <= room.right() && at.y >= room.y && at.y <= room.bottom();
}

std::vector<RegionShape> shapes_in(const MapFrame& frame, const data::Outline& outline, bool antarctica) {
    std::vector<RegionShape> shapes;
    for (std::size_t r = 0; r < outline.regions.size(); ++r) {
        const auto& region = outline.regions[r];
        if (!antarctica && is_antarctic(region)) continue;
        RegionShape shape;
        shape.region = r;
        double largest = -1;
        const bool fine = !frame.view.projection.is_world() && !region.fine.empty();
        for (const auto& polygon : fine ? region.fine : region.polygons) add_polygon(frame, polygon, shape, largest);
        if (!shape.pieces.empty()) shapes.push_back(std::move(shape));
    }
    return shapes;
}

ShapeCells::ShapeCells(const base::Rect& room, const std::vector<RegionShape>& shapes)
    : room_(room),
      columns_(static_cast<std::size_t>(std::max(room.width, 0.0)) + 1),
      rows_(static_cast<std::size_t>(std::max(room.height, 0.0)) + 1),
      owner_(columns_ * rows_, -1) {
    std::vector<double> crossings;
    for (std::size_t s = 0; s < shapes.size(); ++s) {
        for (const auto& piece : shapes[s].pieces) {
            double top = room.bottom(), bottom = room.y;
            for (const auto& point : piece.front()) top = std::min(top, point.y), bottom = std::max(bottom, point.y);
            const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(top - room.y)));
            for (std::size_t row = first; row < rows_ && room.y + static_cast<double>(row) <= bottom; ++row) {
                const double y = room.y + static_cast<double>(row) + 0.5;
                crossings.clear();
                for (const auto& ring : piece)
                    for (std::size_t i = 0; i < ring.size(); ++i) {
                        const auto &a = ring[i], &b = ring[(i + 1) % ring.size()];
                        if ((a.y <= y) == (b.y <= y)) continue;
                        crossings.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
                    }
                std::sort(crossings.begin(), crossings.end());
                for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
                    const double from = std::max(0.0, std::ceil(crossings[i] - room.x - 0.5));
                    for (auto c = static_cast<std::size_t>(from);
                         c < columns_ && room.x + static_cast<double>(c) + 0.5 <= crossings[i + 1]; ++c)
                        owner_[row * columns_ + c] = static_cast<int>(s);
                }
            }
        }
    }
}

std::optional<std::size_t> ShapeCells::at(base::Point place) const {
    const double x = place.x - room_.x, y = place.y - room_.y;
    if (x < 0 || y < 0 || x >= static_cast<double>(columns_) || y >= static_cast<double>(rows_)) return std::nullopt;
    const int owner = owner_[static_cast<std::size_t>(y) * columns_ + static_cast<std::size_t>(x)];
    return owner < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(owner));
}

std::optional<base::Point> ShapeCells::box_inside(std::size_t shape, base::Size size, base::Point wish) const {
    const auto wide = static_cast<std::size_t>(std::ceil(size.width)),
               tall = static_cast<std::size_t>(std::ceil(size.height));
    if (wide == 0 || tall == 0 || wide >= columns_ || tall >= rows_) return std::nullopt;
    std::size_t left = columns_, right = 0, top = rows_, bottom = 0;
    for (std::size_t i = 0; i < owner_.size(); ++i) {
        if (owner_[i] != static_cast<int>(shape)) continue;
        left = std::min(left, i % columns_), right = std::max(right, i % columns_ + 1);
        top = std::min(top, i / columns_), bottom = std::max(bottom, i / columns_ + 1);
    }
    if (right < left + wide || bottom < top + tall) return std::nullopt;
    // Sums of the shape's cells over and left of each corner.
    const std::size_t across = right - left + 1;
    std::vector<int> sums(across * (bottom - top + 1), 0);
    for (std::size_t y = top; y < bottom; ++y)
        for (std::size_t x = left; x < right; ++x) {
            const std::size_t at = (y - top + 1) * across + (x - left + 1);
            const int own = owner_[y * columns_ + x] == static_cast<int>(shape) ? 1 : 0;
            sums[at] = own + sums[at - 1] + sums[at - across] - sums[at - across - 1];
        }
    std::optional<base::Point> best;
    double least = 1e18;
    for (std::size_t y = 0; y + tall <= bottom - top; ++y)
        for (std::size_t x = 0; x + wide <= right - left; ++x) {
            const std::size_t a = y * across + x, b = (y + tall) * across + x;
            if (sums[b + wide] - sums[b] - sums[a + wide] + sums[a] != static_cast<int>(wide * tall)) continue;
            const base::Point middle{room_.x + static_cast<double>(left + x) + static_cast<double>(wide) / 2,
                                     room_.y + static_cast<double>(top + y) + static_cast<double>(tall) / 2};
            const double away = std::hypot(middle.x - wish.x, middle.y - wish.y);
            if (away < least) least = away, best = middle;
        }
    return best;
}

}  // namespace precis::chart
