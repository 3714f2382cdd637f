// Builds maps: nine square districts of three degrees, some of them with numbers, and points.
#pragma once
#include "fixture.h"

namespace precis::chart::test {

inline data::EarthPolygon square(double west, double south, double size) {
    return {{{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}}};
}

/// Districts A to I in three rows from the north, the south-west corner of all at 6° east, 45° north.
inline std::shared_ptr<const data::Outline> districts() {
    auto outline = std::make_shared<data::Outline>();
    outline->name = "districts.geojson";
    for (int i = 0; i < 9; ++i) {
        data::Region region;
        region.name = std::string(1, static_cast<char>('A' + i));
        region.polygons.push_back(square(6 + 3 * (i % 3), 51 - 3 * (i / 3), 3));
        outline->regions.push_back(region);
    }
    return outline;
}

/// Regions with numbers, by their indices in the outline.
inline doc::Chart map_of_regions(std::shared_ptr<const data::Outline> outline,
                                 const std::vector<std::pair<std::size_t, double>>& rows) {
    doc::Chart chart;
    chart.form = vocabulary::Form::map;
    chart.map.emplace();
    chart.map->view.kind = doc::MapView::Kind::world;
    chart.series.emplace_back();
    doc::ChannelData names, colors;
    names.label = "Region";
    colors.label = "Share";
    colors.is_number = true;
    for (const auto& [region, number] : rows) {
        const auto& name = outline->regions[region].name;
        chart.map->regions.push_back(region);
        chart.categories.push_back(name);
        chart.category_keys.push_back(name);
        chart.series[0].values.push_back(value(number));
        colors.values.push_back(value(number));
        names.values.emplace_back().text = name;
    }
    chart.map->outline = std::move(outline);
    chart.extra = {colors, names};
    chart.extra_names = {vocabulary::Channel::color, vocabulary::Channel::region};
    return chart;
}

struct MapPoint {
    std::string name;
    double lon = 0, lat = 0, size = 0;
};

/// Points, with sizes if one is over zero.
inline doc::Chart map_of_points(std::shared_ptr<const data::Outline> outline, const std::vector<MapPoint>& points) {
    doc::Chart chart;
    chart.form = vocabulary::Form::map;
    chart.map.emplace();
    chart.map->points = true;
    chart.map->outline = std::move(outline);
    chart.series.emplace_back();
    doc::ChannelData xs, ys, sizes;
    xs.label = "Longitude", ys.label = "Latitude", sizes.label = "People";
    xs.is_number = ys.is_number = sizes.is_number = true;
    bool sized = false;
    for (const auto& point : points) {
        chart.categories.push_back(point.name);
        chart.category_keys.push_back(point.name);
        chart.series[0].values.push_back(value(point.lat));
        xs.values.push_back(value(point.lon));
        ys.values.push_back(value(point.lat));
        sizes.values.push_back(value(point.size));
        sized = sized || point.size > 0;
    }
    if (sized) {
        chart.extra.push_back(sizes);
        chart.extra_names.push_back(vocabulary::Channel::size);
    }
    chart.extra.push_back(xs);
    chart.extra.push_back(ys);
    chart.extra_names.push_back(vocabulary::Channel::x);
    chart.extra_names.push_back(vocabulary::Channel::y);
    return chart;
}

}  // namespace precis::chart::test
