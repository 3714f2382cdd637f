// chart/scales/earth_view.h: the projection and the extent that show given places of the earth.
// Stage: doc::Chart with a map -> EARTH VIEW -> forms/map. Pure numbers.
//
// A part of the earth is drawn by Lambert's azimuthal projection around its middle, the world, and what reaches farther
// than 80° from its middle or beyond a pole, by Equal Earth, cut in the Bering Strait.
// Errors: none. Cost: linear in the points.
#pragma once
#include <vector>

#include "chart/scales/projection.h"
#include "doc/exhibit.h"

namespace precis::chart {

struct EarthView {
    Projection projection = Projection::equal_earth(0);
    base::Rect extent;  // of what is shown, on the plane of the projection
};

/// What the map shows, by its `focus`; without one the rows, and the world if they are spread over it.
[[nodiscard]] EarthView earth_view(const doc::Chart& chart);
/// The same for an inset.
[[nodiscard]] EarthView earth_view(const doc::Map& map, const doc::MapView& view);
/// The polygon of a region that people mean by its name, and those that are near to it or not much smaller.
[[nodiscard]] std::vector<const data::EarthPolygon*> main_parts(const data::Region& region);
/// Whether the region lies around the South Pole, which maps of the world leave out.
[[nodiscard]] bool is_antarctic(const data::Region& region);

}  // namespace precis::chart
