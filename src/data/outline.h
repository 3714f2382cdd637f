// data/outline.h: the regions of a map: their names, their codes and their outlines on the earth.
// Stage: (2) GeoJSON -> OUTLINE -> bind, which joins rows to regions; chart projects and draws them.
//
// In: a FeatureCollection of Polygon and MultiPolygon (RFC 7946) and the property that names the regions. Out: a region
// for each name, in file order; features of one name are one region. The shipped outlines (data/outlines/README.md) are
// read by the same function: their features have properties for codes and other names as well.
// Units: degrees, longitude from -180 to 180 to the east, latitude from -90 to 90 to the north. Rings are closed
// without a repeated point at their end, and may cross the line of 180°: an edge takes the shorter way round.
// Errors: bad_outline, at its place in the file: TopoJSON, other geometries, projected coordinates, a missing property.
// Cost: linear in the file.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::data {

/// A point of the earth, in degrees.
struct EarthPoint {
    double lon = 0, lat = 0;
    bool operator==(const EarthPoint&) const = default;
};
using EarthRing = std::vector<EarthPoint>;
/// The outer ring, then holes.
using EarthPolygon = std::vector<EarthRing>;

/// A part of the earth between meridians and parallels; `east` is less than `west` if it crosses the line of 180°.
struct EarthBox {
    double west = -180, south = -90, east = 180, north = 90;
    bool operator==(const EarthBox&) const = default;
};

struct Region {
    std::string name;
    std::string continent;            // of shipped outlines; else empty
    std::vector<std::string> codes;   // ISO 3166-1: two letters, three letters, three figures
    std::vector<std::string> others;  // other names
    std::vector<EarthPolygon> polygons;
    std::vector<EarthPolygon>
        fine;  // the same with more points, for maps of a part of the world; empty: there are none
    bool operator==(const Region&) const = default;
};

/// A part of the earth with a name, such as a continent.
struct NamedView {
    std::string name;
    EarthBox box;
    bool operator==(const NamedView&) const = default;
};

struct Outline {
    std::string name;             // as messages call it: "world", "districts.geojson"
    std::filesystem::path file;   // absolute
    bool world = false;           // the shipped outlines of all countries
    std::vector<Region> regions;  // not empty
    std::vector<NamedView> views;
    bool operator==(const Outline&) const = default;
};

struct OutlineFile {
    std::filesystem::path file;     // absolute, inside the project or the shipped one
    std::string shown;              // as messages call it
    std::optional<diag::Text> key;  // the property that names the regions; without one they have no names
    bool world = false;             // the shipped outlines, whose regions have codes and other names
    diag::Span wanted_by;
};

/// The regions of a file.
///
/// Errors: bad_outline, file_unreadable, file_too_large (more points than the limit); those of json::parse.
[[nodiscard]] diag::Result<Outline> read_outline(const OutlineFile& from);

}  // namespace precis::data
