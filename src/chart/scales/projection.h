// chart/scales/projection.h: equal-area projections of the sphere, and outlines cut where a projection cuts the earth.
// Stage: data::EarthRing -> PROJECTION -> earth_view, forms/map. Pure numbers.
//
// In: degrees. Out: points on a plane for a sphere of radius 1, x to the east, y to the south (down, as on the page).
// Two projections: Equal Earth for the world, cut along the meridian opposite to its central one; the azimuthal
// projection of Lambert for a part of it, around its centre. Areas on the plane are areas on the sphere, so that a
// large region looks as large as it is.
// An edge between two points of an outline runs straight in degrees, the shorter way round, as RFC 7946 has it. An
// outline around a pole is closed there.
// Errors: none; rings that lie on the other half of the earth from an azimuthal centre give nothing.
// Source: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", IJGIS 33, 2019; J. P. Snyder, "Map
// Projections: A Working Manual", USGS 1395, 1987, pages 185–187.
#pragma once
#include <vector>

#include "base/geometry.h"
#include "doc/map.h"

namespace precis::chart {

using PlaneRing = std::vector<base::Point>;

class Projection {
  public:
    /// `meridian` is at the middle; the cut is 180° away from it.
    [[nodiscard]] static Projection equal_earth(double meridian);
    [[nodiscard]] static Projection azimuthal(data::EarthPoint center);

    [[nodiscard]] base::Point operator()(data::EarthPoint at) const;
    /// The place of a point of the plane; of azimuthal projections alone.
    [[nodiscard]] data::EarthPoint inverse(base::Point at) const;
    /// A ring in pieces: one, or several where the cut divides it. Edges have a point every half degree.
    [[nodiscard]] std::vector<PlaneRing> rings(const data::EarthRing& ring) const;
    [[nodiscard]] bool is_world() const { return world_; }

  private:
    std::vector<PlaneRing> cut_rings(const data::EarthRing& ring) const;

    bool world_ = true;
    data::EarthPoint center_;
};

/// The angle between two places seen from the middle of the earth, in degrees.
[[nodiscard]] double angle_between(data::EarthPoint a, data::EarthPoint b);
/// The longitude as the same meridian from -180 (included) to 180.
[[nodiscard]] double wrapped(double lon);
/// The area of a ring, positive if it runs clockwise on the page.
[[nodiscard]] double area_of(const PlaneRing& ring);
/// The part of a polygon inside a rectangle; its edges run along the rectangle's where it was cut.
[[nodiscard]] PlaneRing clipped(const PlaneRing& ring, const base::Rect& to);

}  // namespace precis::chart
