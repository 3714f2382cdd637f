// chart/scales/projection.cpp: formulas, rings unrolled along their longitude, cuts.
// Stage: data::EarthRing -> PROJECTION -> earth_view, forms/map.
#include "chart/scales/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace precis::chart {
namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kStep = 0.5;      // degrees of the longest edge that is drawn straight
constexpr double kHalf = 90;       // degrees: rings beyond are on the other half of the earth
constexpr double kFarthest = 165;  // degrees: points beyond are drawn there, where no map reaches
constexpr double kRound = 360;

/// A ring along a longitude that goes on growing where it crosses 180°; closed over the pole that it runs around.
std::vector<data::EarthPoint> unrolled(const data::EarthRing& ring, double meridian) {
    std::vector<data::EarthPoint> out;
    double at = 0, latitudes = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const double lon = wrapped(ring[i].lon - meridian);
        at = i == 0 ? lon : at + wrapped(lon - at);
        out.push_back({at, ring[i].lat});
        latitudes += ring[i].lat;
    }
    if (out.empty()) return out;
    const double turn = at + wrapped(out.front().lon - at) - out.front().lon;
    if (std::abs(turn) < kRound / 2) return out;
    const double pole = latitudes < 0 ? -kHalf : kHalf;
    const double begin = out.front().lon;
    out.push_back({begin + turn, out.front().lat});
    out.push_back({begin + turn, pole});
    out.push_back({begin, pole});
    return out;
}

/// The side of a cut along a meridian, or along an edge of a rectangle, that is kept.
template <class Point, class Inside, class Crossing>
std::vector<Point> cut(const std::vector<Point>& ring, const Inside& inside, const Crossing& crossing) {
    std::vector<Point> out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &from = ring[i], &to = ring[(i + 1) % ring.size()];
        if (inside(from)) out.push_back(from);
        if (inside(from) != inside(to)) out.push_back(crossing(from, to));
    }
    return out;
}

data::EarthPoint between(const data::EarthPoint& a, const data::EarthPoint& b, double t) {
    return {a.lon + (b.lon - a.lon) * t, a.lat + (b.lat - a.lat) * t};
}

/// The ring with a point at least every kStep degrees.
std::vector<data::EarthPoint> fine(const std::vector<data::EarthPoint>& ring) {
    std::vector<data::EarthPoint> out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &from = ring[i], &to = ring[(i + 1) % ring.size()];
        const double length = std::max(std::abs(to.lon - from.lon), std::abs(to.lat - from.lat));
        const int pieces = std::max(1, static_cast<int>(std::ceil(length / kStep)));
        for (int k = 0; k < pieces; ++k) out.push_back(between(from, to, static_cast<double>(k) / pieces));
    }
    return out;
}

base::Point equal_earth_at(double lon, double lat) {
    constexpr double kA1 = 1.340264, kA2 = -0.081106, kA3 = 0.000893, kA4 = 0.003796;
    const double m = std::numbers::sqrt3 / 2;
    const double t = std::asin(m * std::sin(lat * kDegree)), t2 = t * t, t6 = t2 * t2 * t2;
    const double x = lon * kDegree * std::cos(t) / (m * (kA1 + 3 * kA2 * t2 + t6 * (7 * kA3 + 9 * kA4 * t2)));
    return {x, -t * (kA1 + kA2 * t2 + t6 * (kA3 + kA4 * t2))};
}

base::Point azimuthal_at(double lon, double lat, double center_lat) {
    const double s0 = std::sin(center_lat * kDegree), c0 = std::cos(center_lat * kDegree);
    const double s = std::sin(lat * kDegree), c = std::cos(lat * kDegree), cl = std::cos(lon * kDegree);
    const double x = c * std::sin(lon * kDegree), y = c0 * s - s0 * c * cl;
    const double cosine = std::max(s0 * s + c0 * c * cl, std::cos(kFarthest * kDegree));
    const double wide = std::hypot(x, y), reach = 2 * std::sin(std::acos(std::min(cosine, 1.0)) / 2);
    if (wide < 1e-12) return {0, cosine > 0 ? 0.0 : -reach};
    return {x / wide * reach, -y / wide * reach};
}

}  // namespace

double wrapped(double lon) {
    return lon - kRound * std::floor((lon + kRound / 2) / kRound);
}

double angle_between(data::EarthPoint a, data::EarthPoint b) {
    const double s = std::sin((b.lat - a.lat) * kDegree / 2), t = std::sin((b.lon - a.lon) * kDegree / 2);
    const double h = s * s + std::cos(a.lat * kDegree) * std::cos(b.lat * kDegree) * t * t;
    return 2 * std::asin(std::min(1.0, std::sqrt(h))) / kDegree;
}

double area_of(const PlaneRing& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &a = ring[i], &b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

PlaneRing clipped(const PlaneRing& ring, const base::Rect& to) {
    const auto at_x = [](double x) {
        return [x](const base::Point& a, const base::Point& b) {
            return base::Point{x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
        };
    };
    const auto at_y = [](double y) {
        return [y](const base::Point& a, const base::Point& b) {
            return base::Point{a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y};
        };
    };
    auto out = cut(
        ring, [&](const auto& p) { return p.x >= to.x; }, at_x(to.x));
    out = cut(
        out, [&](const auto& p) { return p.x <= to.right(); }, at_x(to.right()));
    out = cut(
        out, [&](const auto& p) { return p.y >= to.y; }, at_y(to.y));
    return cut(
        out, [&](const auto& p) { return p.y <= to.bottom(); }, at_y(to.bottom()));
}

Projection Projection::equal_earth(double meridian) {
    Projection projection;
    projection.center_ = {meridian, 0};
    return projection;
}

Projection Projection::azimuthal(data::EarthPoint center) {
    Projection projection;
    projection.world_ = false;
    projection.center_ = center;
    return projection;
}

base::Point Projection::operator()(data::EarthPoint at) const {
    const double lon = wrapped(at.lon - center_.lon);
    return world_ ? equal_earth_at(lon, at.lat) : azimuthal_at(lon, at.lat, center_.lat);
}

data::EarthPoint Projection::inverse(base::Point at) const {
    const double y = -at.y, wide = std::hypot(at.x, y);
    if (wide < 1e-12) return center_;
    const double c = 2 * std::asin(std::min(1.0, wide / 2)), s0 = std::sin(center_.lat * kDegree);
    const double c0 = std::cos(center_.lat * kDegree);
    const double lat = std::asin(std::clamp(std::cos(c) * s0 + y * std::sin(c) * c0 / wide, -1.0, 1.0));
    const double lon = std::atan2(at.x * std::sin(c), wide * c0 * std::cos(c) - y * s0 * std::sin(c));
    return {wrapped(center_.lon + lon / kDegree), lat / kDegree};
}

std::vector<PlaneRing> Projection::rings(const data::EarthRing& ring) const {
    if (world_) return cut_rings(ring);
    const auto is_near = [&](const data::EarthPoint& point) { return angle_between(center_, point) <= kHalf; };
    if (std::none_of(ring.begin(), ring.end(), is_near)) return {};
    // The shorter way round between neighbours; the last one leads back to the first, also around a pole.
    PlaneRing plane;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& from = ring[i];
        auto to = ring[(i + 1) % ring.size()];
        to.lon = from.lon + wrapped(to.lon - from.lon);
        auto edge = fine({from, to});
        edge.resize((edge.size() + 1) / 2);  // there, not back again
        for (const auto& point : edge) plane.push_back((*this)(point));
    }
    return {std::move(plane)};
}

std::vector<PlaneRing> Projection::cut_rings(const data::EarthRing& ring) const {
    const auto points = unrolled(ring, center_.lon);
    double least = 0, most = 0;
    for (const auto& point : points) least = std::min(least, point.lon), most = std::max(most, point.lon);
    std::vector<PlaneRing> out;
    const auto turn = [](double lon) { return static_cast<int>(std::floor((lon + kRound / 2) / kRound)); };
    for (int k = turn(least); k <= turn(most); ++k) {
        const double west = kRound * k - kRound / 2, east = west + kRound;
        const auto at = [](double lon) {
            return [lon](const data::EarthPoint& a, const data::EarthPoint& b) {
                return data::EarthPoint{lon, a.lat + (b.lat - a.lat) * (lon - a.lon) / (b.lon - a.lon)};
            };
        };
        auto piece = cut(
            points, [&](const auto& p) { return p.lon >= west; }, at(west));
        piece = cut(
            piece, [&](const auto& p) { return p.lon <= east; }, at(east));
        if (piece.size() < 3) continue;
        PlaneRing plane;
        for (const auto& point : fine(piece)) plane.push_back(equal_earth_at(point.lon - kRound * k, point.lat));
        out.push_back(std::move(plane));
    }
    return out;
}

}  // namespace precis::chart
