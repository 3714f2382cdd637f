// chart/forms/map_shapes.h: the regions of a map as shapes on the page, and which of them holds each place of it.
// Stage: outlines × view × room -> MAP SHAPES -> map.cpp. Pure numbers.
//
// In: an EarthView and the rectangle that shows it. Out: shapes cut to the rectangle, with points that are too near to
// each other to be seen left out; cells of a point's width that know their region.
// Units: points on the page, y down. Cost: linear in the outlines' points and in the rectangle's area.
#pragma once
#include <optional>
#include <vector>

#include "chart/scales/earth_view.h"

namespace precis::chart {

/// A region as it is drawn.
struct RegionShape {
    std::size_t region = 0;                      // of Outline::regions
    std::vector<std::vector<PlaneRing>> pieces;  // outer rings run clockwise, holes against them
    double area = 0;                             // of all pieces, in square points
    base::Point middle;                          // of its largest piece
};

/// The plane of a projection, scaled and moved into a rectangle.
struct MapFrame {
    EarthView view;
    base::Rect room;
    double scale = 1;
    base::Point shift;

    MapFrame(EarthView shown, const base::Rect& at);
    [[nodiscard]] base::Point operator()(data::EarthPoint at) const;
    [[nodiscard]] base::Point on_page(base::Point plane) const;
    [[nodiscard]] bool shows(base::Point at) const;
};

/// The regions that have a part in the frame, in the outline's order. `antarctica`: also those around the South Pole.
[[nodiscard]] std::vector<RegionShape> shapes_in(const MapFrame& frame, const data::Outline& outline, bool antarctica);

/// Which shape covers each cell.
class ShapeCells {
  public:
    ShapeCells(const base::Rect& room, const std::vector<RegionShape>& shapes);

    /// The index of the shape at that place; nullopt: sea.
    [[nodiscard]] std::optional<std::size_t> at(base::Point place) const;
    /// The middle of a box of that size that lies in the shape, as near as possible to `wish`.
    [[nodiscard]] std::optional<base::Point> box_inside(std::size_t shape, base::Size size, base::Point wish) const;

  private:
    base::Rect room_;
    std::size_t columns_ = 0, rows_ = 0;
    std::vector<int> owner_;
};

}  // namespace precis::chart
