// doc/map.h: what a bound map knows beside its rows: outlines, the region of each row, the part of the earth to show.
// Stage: bind -> part of doc::Chart -> chart. Plain values: nothing here is read from a file any more.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/outline.h"

namespace precis::doc {

/// The part of the earth that a map or an inset shows.
struct MapView {
    enum class Kind { data, world, box, regions } kind = Kind::data;
    data::EarthBox box;                // of a box
    std::vector<std::size_t> regions;  // of Outline::regions; of a box: what of them lies in it is shown, no more
    bool operator==(const MapView&) const = default;
};

struct MapInset {
    MapView view;
    std::string title;
    bool operator==(const MapInset&) const = default;
};

struct Map {
    std::shared_ptr<const data::Outline> outline;
    bool points = false;               // rows are points (channels x and y), not regions
    std::vector<std::size_t> regions;  // of Outline::regions, pairs with Chart::categories; empty for points
    MapView view;
    std::vector<MapInset> insets;
    std::vector<std::size_t> subject;  // regions that the map is about; empty: all
    bool operator==(const Map&) const = default;
};

}  // namespace precis::doc
