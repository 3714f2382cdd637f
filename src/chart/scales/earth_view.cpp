// chart/scales/earth_view.cpp: the places that a map must show, and the projection around them.
// Stage: doc::Chart with a map -> EARTH VIEW -> forms/map.
#include "chart/scales/earth_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "doc/channels.h"

namespace precis::chart {
namespace {

using Points = std::vector<data::EarthPoint>;

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kMostReach = 80;                        // degrees; what reaches farther is the world
constexpr double kMostAside = 110, kPolar = 45;          // degrees
constexpr double kMeridian = 11;                         // of maps of the world: 169° west, the cut, crosses no land
constexpr double kAround = 0.025, kAroundPoints = 0.09;  // of the extent, air around what is shown
constexpr double kLeast = 0.006, kLeastPoints = 0.12;    // of the plane: a single place shows what is around it
constexpr double kSouth = -60;                           // degrees

/// The middle of places on the sphere; nullopt if they are spread around it.
std::optional<data::EarthPoint> middle_of(const Points& points) {
    double x = 0, y = 0, z = 0;
    for (const auto& point : points) {
        const double c = std::cos(point.lat * kDegree);
        x += c * std::cos(point.lon * kDegree);
        y += c * std::sin(point.lon * kDegree);
        z += std::sin(point.lat * kDegree);
    }
    if (std::sqrt(x * x + y * y + z * z) < 0.1 * static_cast<double>(points.size())) return std::nullopt;
    return data::EarthPoint{std::atan2(y, x) / kDegree, std::atan2(z, std::hypot(x, y)) / kDegree};
}

base::Rect extent_of(const Projection& projection, const Points& points) {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const auto& point : points) {
        const auto at = projection(point);
        left = std::min(left, at.x), right = std::max(right, at.x);
        top = std::min(top, at.y), bottom = std::max(bottom, at.y);
    }
    return {left, top, right - left, bottom - top};
}

base::Rect widened(const base::Rect& at, double air, double least) {
    const double by = std::max(at.width, at.height) * air;
    const double x = std::max(by, (least - at.width) / 2), y = std::max(by, (least - at.height) / 2);
    return {at.x - x, at.y - y, at.width + 2 * x, at.height + 2 * y};
}

EarthView around(const Points& points, bool world, bool dots) {
    EarthView view;
    view.projection = Projection::equal_earth(kMeridian);
    auto middle = world || points.empty() ? std::nullopt : middle_of(points);
    // The middle of the extent is a better centre than that of the points, which may crowd at one side.
    for (int round = 0; middle && round < 2; ++round) {
        double reach = 0, aside = 0, nearest = 90;  // the farthest point, the most to a side, the least latitude
        for (const auto& point : points) {
            reach = std::max(reach, angle_between(*middle, point));
            aside = std::max(aside, std::abs(wrapped(point.lon - middle->lon)));
            nearest = std::min(nearest, std::abs(point.lat));
        }
        // Beyond the pole north would be down: only maps of the polar regions look so.
        if (reach > kMostReach || (aside > kMostAside && nearest < kPolar)) {
            middle.reset();
            break;
        }
        view.projection = Projection::azimuthal(*middle);
        const auto extent = extent_of(view.projection, points);
        middle = view.projection.inverse({extent.x + extent.width / 2, extent.y + extent.height / 2});
    }
    view.projection = middle ? Projection::azimuthal(*middle) : Projection::equal_earth(kMeridian);
    view.extent = widened(extent_of(view.projection, points), middle ? (dots ? kAroundPoints : kAround) : 0.004,
                          dots ? kLeastPoints : kLeast);
    return view;
}

void add(const data::EarthPolygon& polygon, Points& points) {
    if (!polygon.empty()) points.insert(points.end(), polygon.front().begin(), polygon.front().end());
}

void add(const data::EarthBox& box, Points& points) {
    constexpr int kPieces = 40;
    const double wide = box.east > box.west ? box.east - box.west : box.east - box.west + 360;
    for (int i = 0; i <= kPieces; ++i) {
        const double t = static_cast<double>(i) / kPieces, lon = box.west + wide * t;
        const double lat = box.south + (box.north - box.south) * t;
        points.insert(points.end(), {{lon, box.south}, {lon, box.north}, {box.west, lat}, {box.west + wide, lat}});
    }
}

bool holds(const data::EarthBox& box, const data::EarthPoint& point) {
    const bool across = box.west <= box.east ? point.lon >= box.west && point.lon <= box.east
                                             : point.lon >= box.west || point.lon <= box.east;
    return across && point.lat >= box.south && point.lat <= box.north;
}

/// Regions around the South Pole are left out, unless they have a row.
bool is_left_out(const doc::Map& map, std::size_t region) {
    return is_antarctic(map.outline->regions[region]) &&
           std::find(map.regions.begin(), map.regions.end(), region) == map.regions.end();
}

/// All regions that are not left out.
Points of_world(const doc::Map& map) {
    Points points;
    for (std::size_t r = 0; r < map.outline->regions.size(); ++r) {
        if (is_left_out(map, r)) continue;
        for (const auto& polygon : map.outline->regions[r].polygons) add(polygon, points);
    }
    return points;
}

double area_on_sphere(const data::EarthPolygon& polygon) {
    if (polygon.empty()) return 0;
    const auto middle = middle_of(polygon.front());
    const auto projection = middle ? Projection::azimuthal(*middle) : Projection::equal_earth(0);
    double area = 0;
    for (const auto& ring : projection.rings(polygon.front())) area += std::abs(area_of(ring));
    return area;
}

}  // namespace

bool is_antarctic(const data::Region& region) {
    for (const auto& polygon : region.polygons)
        for (const auto& ring : polygon)
            for (const auto& point : ring)
                if (point.lat > kSouth) return false;
    return true;
}

std::vector<const data::EarthPolygon*> main_parts(const data::Region& region) {
    struct Part {
        const data::EarthPolygon* polygon;
        double area;
        data::EarthPoint middle;
    };
    std::vector<Part> parts;
    for (const auto& polygon : region.polygons)
        if (!polygon.empty())
            parts.push_back(
                {&polygon, area_on_sphere(polygon), middle_of(polygon.front()).value_or(data::EarthPoint{0, 0})});
    std::vector<const data::EarthPolygon*> out;
    const auto largest =
        std::max_element(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.area < b.area; });
    for (const auto& part : parts) {
        const double away = angle_between(part.middle, largest->middle), share = part.area / largest->area;
        const bool overseas = (away > 30 && share < 0.25) || (away > 12 && share < 0.05);
        if (!overseas) out.push_back(part.polygon);
    }
    return out;
}

EarthView earth_view(const doc::Map& map, const doc::MapView& view) {
    Points points;
    const bool box = view.kind == doc::MapView::Kind::box;
    if (box && view.regions.empty()) add(view.box, points);
    for (const auto region : box ? view.regions : std::vector<std::size_t>())
        for (const auto& polygon : map.outline->regions[region].polygons)
            for (const auto& point : polygon.front())
                if (holds(view.box, point)) points.push_back(point);
    for (const auto region : box ? std::vector<std::size_t>() : view.regions) {
        if (view.regions.size() > 1 && is_left_out(map, region)) continue;
        for (const auto* part : main_parts(map.outline->regions[region])) add(*part, points);
    }
    return around(points, false, false);
}

EarthView earth_view(const doc::Chart& chart) {
    using Kind = doc::MapView::Kind;
    const auto& map = *chart.map;
    if (map.view.kind == Kind::box || map.view.kind == Kind::regions) return earth_view(map, map.view);
    Points points;
    if (map.view.kind == Kind::data && map.points) {
        const auto *xs = doc::channel_of(chart, vocabulary::Channel::x),
                   *ys = doc::channel_of(chart, vocabulary::Channel::y);
        for (std::size_t i = 0; i < chart.categories.size(); ++i) {
            const auto lon = doc::number_at(xs, i), lat = doc::number_at(ys, i);
            if (lon && lat) points.push_back({*lon, *lat});
        }
    } else if (map.view.kind == Kind::data) {
        for (const auto region : map.regions)
            for (const auto* part : main_parts(map.outline->regions[region])) add(*part, points);
    }
    if (!points.empty()) {
        auto view = around(points, false, map.points);
        if (!view.projection.is_world()) return view;
    }
    return around(of_world(map), map.outline->world, false);
}

}  // namespace precis::chart
