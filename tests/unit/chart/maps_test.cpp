// Maps: projections that keep areas, cuts at the line of 180° and at the frame, classes, labels, insets, warnings.
#include "maps.h"

#include <cmath>
#include <numbers>
#include <random>

#include "chart/forms/codes.h"
#include "chart/forms/map_shapes.h"
#include "data/outline.h"
#include "marks.h"
#include "soak.h"
#include "words_apart.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double kDegree = std::numbers::pi / 180;

/// The area of a ring whose edges are straight in degrees, on a sphere of radius 1: the integral of sin φ dλ.
double area_on_sphere(const data::EarthRing& ring) {
    double sum = 0, turn = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &a = ring[i], &b = ring[(i + 1) % ring.size()];
        const double wide = wrapped(b.lon - a.lon) * kDegree, from = a.lat * kDegree, to = b.lat * kDegree;
        turn += wide;
        sum +=
            std::abs(to - from) < 1e-12 ? wide * std::sin(from) : wide * (std::cos(from) - std::cos(to)) / (to - from);
    }
    return std::abs(turn) > 1 ? 2 * std::numbers::pi - std::abs(sum) : std::abs(sum);  // around a pole
}

double area_on_plane(const Projection& projection, const data::EarthRing& ring) {
    double sum = 0;
    for (const auto& piece : projection.rings(ring)) sum += area_of(piece);
    return std::abs(sum);
}

const data::Outline& world() {
    static const data::Outline outline = [] {
        data::OutlineFile from;
        from.file = PRECIS_SOURCE_DIR "/data/outlines/world.json";
        from.shown = "world";
        from.key.emplace().text = "name";
        from.world = true;
        auto read = data::read_outline(from);
        REQUIRE(read.ok());
        return std::move(read).value();
    }();
    return outline;
}
std::shared_ptr<const data::Outline> shared_world() {
    static const auto shared = std::make_shared<const data::Outline>(world());
    return shared;
}
std::size_t country(const std::string& name) {
    for (std::size_t r = 0; r < world().regions.size(); ++r)
        if (world().regions[r].name == name) return r;
    FAIL("no country " + name);
    return 0;
}

/// The filled paths with curves, which are dots.
std::size_t curved(const Drawing& drawing) {
    std::size_t count = 0;
    for (const auto& item : drawing.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (path != nullptr && path->fill)
            count += std::any_of(path->steps.begin(), path->steps.end(),
                                 [](const auto& step) { return std::holds_alternative<scene::CurveTo>(step); });
    }
    return count;
}

data::EarthPoint middle_of(const data::EarthRing& ring) {
    double x = 0, y = 0, z = 0;
    for (const auto& at : ring) {
        x += std::cos(at.lat * kDegree) * std::cos(at.lon * kDegree);
        y += std::cos(at.lat * kDegree) * std::sin(at.lon * kDegree);
        z += std::sin(at.lat * kDegree);
    }
    return {std::atan2(y, x) / kDegree, std::atan2(z, std::hypot(x, y)) / kDegree};
}

}  // namespace

TEST_CASE("known places of both projections", "[chart][map]") {
    // The paper's figures: the map is 2.05458 times as wide as it is high.
    const auto earth = Projection::equal_earth(0);
    CHECK_THAT(-earth({-180, 0}).x / -earth({0, 90}).y, WithinAbs(2.05458, 2e-5));
    CHECK_THAT(earth({0, 90}).y, WithinAbs(-1.3173627591574, 1e-9));
    CHECK(earth({0, 0}) == base::Point{0, 0});
    // Snyder, page 332: radius 3, centre 40° north 100° west, the point 20° south 100° east.
    const auto at = Projection::azimuthal({-100, 40})({100, -20});
    CHECK_THAT(3 * at.x, WithinAbs(-4.2339303, 1e-6));
    CHECK_THAT(-3 * at.y, WithinAbs(4.0257775, 1e-6));
}

TEST_CASE("the inverse leads back to the place", "[chart][map]") {
    std::mt19937 dice(7);
    const auto roll = [&](double most) { return most * (static_cast<double>(dice()) / 2147483648.0 - 1); };
    for (int i = 0; i < 500; ++i) {
        const data::EarthPoint center{roll(180), roll(90)}, place{roll(180), roll(90)};
        if (angle_between(center, place) > 120) continue;
        const auto projection = Projection::azimuthal(center);
        CHECK(angle_between(projection.inverse(projection(place)), place) < 1e-6);
    }
}

TEST_CASE("areas on the plane are areas on the sphere", "[chart][map]") {
    for (const auto& region : world().regions) {
        auto polygons = region.polygons;
        polygons.insert(polygons.end(), region.fine.begin(), region.fine.end());
        for (const auto& polygon : polygons) {
            const double exact = area_on_sphere(polygon.front());
            if (exact < 1e-5) continue;  // 400 km²: rounding of the file is larger than what is measured
            INFO(region.name);
            for (const double meridian : {0.0, 11.0, 150.0})
                CHECK_THAT(area_on_plane(Projection::equal_earth(meridian), polygon.front()), WithinRel(exact, 0.005));
            CHECK_THAT(area_on_plane(Projection::azimuthal(middle_of(polygon.front())), polygon.front()),
                       WithinRel(exact, 0.005));
            auto aside = middle_of(polygon.front());
            aside.lat = std::clamp(aside.lat + 25, -80.0, 80.0);
            CHECK_THAT(area_on_plane(Projection::azimuthal(aside), polygon.front()), WithinRel(exact, 0.005));
        }
    }
}

TEST_CASE("a region across the line of 180° is cut there, and whole elsewhere", "[chart][map]") {
    const data::EarthRing ring{{170, -10}, {-170, -10}, {-170, 10}, {170, 10}};
    const auto cut = Projection::equal_earth(0).rings(ring);
    REQUIRE(cut.size() == 2);
    for (const auto& piece : cut)
        for (const auto& point : piece) CHECK(std::abs(point.x) > 2);  // at both ends, and no line across the map
    CHECK(Projection::equal_earth(150).rings(ring).size() == 1);
    CHECK(Projection::azimuthal({180, 0}).rings(ring).size() == 1);
}

TEST_CASE("a region around a pole reaches it, and the other half of the earth gives nothing", "[chart][map]") {
    data::EarthRing ring;
    for (int lon = -180; lon < 180; lon += 10) ring.push_back({static_cast<double>(lon), -70});
    const double cap = 2 * std::numbers::pi * (1 - std::sin(70 * kDegree));
    CHECK_THAT(area_on_plane(Projection::equal_earth(0), ring), WithinRel(cap, 0.001));
    CHECK_THAT(area_on_plane(Projection::azimuthal({0, -90}), ring), WithinRel(cap, 0.005));
    CHECK(Projection::azimuthal({0, 60}).rings(ring).empty());
    // The same as RFC 7946 writes it, along the line of 180° to the pole and back.
    ring.push_back({180, -70});
    ring.push_back({180, -90});
    ring.push_back({-180, -90});
    CHECK_THAT(area_on_plane(Projection::equal_earth(11), ring), WithinRel(cap, 0.001));
}

TEST_CASE("shapes end at the frame", "[chart][map]") {
    auto chart = map_of_regions(shared_world(), {{country("Germany"), 1}, {country("Poland"), 2}});
    chart.map->view.kind = doc::MapView::Kind::data;
    const MapFrame frame(earth_view(chart), {10, 20, 300, 200});
    const auto shapes = shapes_in(frame, world(), true);
    CHECK(shapes.size() > 8);
    for (const auto& shape : shapes)
        for (const auto& piece : shape.pieces)
            for (const auto& ring : piece)
                for (const auto& point : ring) {
                    CHECK(point.x >= 10 - 1e-6);
                    CHECK(point.x <= 310 + 1e-6);
                    CHECK(point.y >= 20 - 1e-6);
                    CHECK(point.y <= 220 + 1e-6);
                }
}

TEST_CASE("a map fits what it shows", "[chart][map]") {
    auto chart = map_of_regions(shared_world(), {{country("France"), 1}});
    chart.map->view.kind = doc::MapView::Kind::data;
    const auto france = earth_view(chart);
    CHECK_FALSE(france.projection.is_world());
    // French Guiana is far away: the map of France does not reach it.
    CHECK(france.extent.width < 0.3);
    auto wide = map_of_regions(shared_world(), {{country("Canada"), 1}, {country("Australia"), 2}});
    wide.map->view.kind = doc::MapView::Kind::data;
    CHECK(earth_view(wide).projection.is_world());
    // Cities on both sides of the pole would stand on their heads.
    auto cities =
        map_of_points(shared_world(), {{"Paris", 2.4, 48.9}, {"San Jose", -121.9, 37.3}, {"Beijing", 116.4, 39.9}});
    CHECK(earth_view(cities).projection.is_world());
    auto arctic =
        map_of_points(shared_world(), {{"Tromsø", 19, 69.6}, {"Utqiagvik", -156.8, 71.3}, {"Tiksi", 128.9, 71.6}});
    CHECK_FALSE(earth_view(arctic).projection.is_world());
    auto widest = map_of_regions(shared_world(), {{country("Russia"), 1}});
    widest.map->view.kind = doc::MapView::Kind::data;
    CHECK_FALSE(earth_view(widest).projection.is_world());
    // Across the line of 180°: New Zealand and Fiji lie beside each other.
    auto pacific =
        map_of_regions(shared_world(), {{country("New Zealand"), 1}, {country("Fiji"), 2}, {country("Samoa"), 3}});
    pacific.map->view.kind = doc::MapView::Kind::data;
    CHECK_FALSE(earth_view(pacific).projection.is_world());
    CHECK(earth_view(pacific).extent.width < 0.8);
}

TEST_CASE("regions are drawn in their classes, and those without data are in the key", "[chart][map]") {
    const auto some = drawn(map_of_regions(districts(), {{0, 10}, {1, 20}, {2, 90}, {4, 55}}), 300);
    CHECK(says(some.value(), "no data"));
    check_words(some.value());
    const auto all =
        map_of_regions(districts(), {{0, 11}, {1, 22}, {2, 33}, {3, 44}, {4, 55}, {5, 66}, {6, 77}, {7, 88}, {8, 99}});
    const auto full = drawn(all, 300);
    CHECK_FALSE(says(full.value(), "no data"));
    CHECK(says(full.value(), "77"));  // a number in its region
    auto bare = all;
    bare.labels = vocabulary::Labels::none;
    bare.legend = vocabulary::Legend::none;
    CHECK(words_of(drawn(bare, 300).value()).empty());
}

TEST_CASE("rows outside of the map are reported", "[chart][map]") {
    auto chart = map_of_regions(shared_world(), {{country("Germany"), 1}, {country("Japan"), 2}, {country("Peru"), 3}});
    chart.map->view.kind = doc::MapView::Kind::box;
    chart.map->view.box = {-11, 35, 33, 71};
    const auto found = drawn(chart, 300).diagnostics();
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == code::outside_map);
    CHECK(found[0].message == "2 rows lie outside of the map: Japan and Peru");
    // An inset shows one of them.
    doc::MapInset inset;
    inset.view.kind = doc::MapView::Kind::regions;
    inset.view.regions = {country("Japan")};
    inset.title = "Japan";
    chart.map->insets.push_back(inset);
    const auto with_inset = drawn(chart, 300).diagnostics();
    REQUIRE(with_inset.size() == 1);
    CHECK(with_inset[0].message == "1 row lies outside of the map: Peru");
}

TEST_CASE("a small country with a number is a dot on a map of the world", "[chart][map]") {
    auto chart =
        map_of_regions(shared_world(), {{country("Brazil"), 1}, {country("Singapore"), 9}, {country("China"), 4}});
    auto without = map_of_regions(shared_world(), {{country("Brazil"), 1}, {country("China"), 9}});
    CHECK(curved(drawn(chart, 420).value()) == curved(drawn(without, 420).value()) + 1);
}

TEST_CASE("names of points keep apart, and lie in the map", "[chart][map]") {
    for (const double width : {140.0, 252.0, 510.0}) {
        const auto chart = map_of_points(shared_world(), {{"Paris", 2.35, 48.86},
                                                          {"London", -0.13, 51.51},
                                                          {"Brussels", 4.35, 50.85},
                                                          {"Amsterdam", 4.9, 52.37},
                                                          {"Zürich", 8.54, 47.38}});
        const auto got = drawn(chart, width);
        REQUIRE(got.has_value());
        check_words(got.value());
        CHECK(words_of(got.value()).size() == 5);
    }
}

TEST_CASE("any points and any size of a map keep words apart", "[chart][map][property]") {
    std::mt19937 dice(static_cast<unsigned>(GENERATE(from_range(precis::test::seeds(4)))));
    const auto roll = [&](double from, double to) {
        return from + (to - from) * static_cast<double>(dice()) / 4294967295.0;
    };
    for (const std::size_t count : {1u, 2u, 12u, 60u}) {
        for (const double spread : {0.0, 4.0, 90.0}) {
            std::vector<MapPoint> points;
            const double lon = roll(-180, 180), lat = roll(-80, 80);
            for (std::size_t i = 0; i < count; ++i)
                points.push_back({"Place " + std::to_string(i), wrapped(lon + roll(-2, 2) * spread),
                                  std::clamp(lat + roll(-1, 1) * spread, -90.0, 90.0), roll(1, 900)});
            for (const auto& [width, height] : {std::pair{120.0, 80.0}, {252.0, 140.0}, {510.0, 300.0}}) {
                INFO(count << " points around " << lon << ", " << lat << " within " << spread << " at " << width);
                const auto got = drawn(map_of_points(shared_world(), points), width, height);
                REQUIRE(got.has_value());
                check_words(got.value());
            }
        }
    }
}

TEST_CASE("a map in words", "[chart][map]") {
    const auto& locale = house().locale;
    CHECK(describe(map_of_regions(districts(), {{0, 10}, {1, 20}}), locale) == "Map of 2 values: A 10 and B 20.");
    auto gap = map_of_regions(districts(), {{0, 10}, {1, 20}, {2, 5}, {3, 6}, {4, 7}, {5, 8}, {6, 9}, {7, 2}});
    gap.series[0].values[1] = unknown();
    CHECK(describe(gap, locale) == "Map of 7 values, no data: 1: highest A 10, lowest H 2.");
    CHECK(describe(map_of_points(districts(), {{"Paris", 2, 48}, {"Berlin", 13, 52}}), locale) ==
          "Map of 2 points, from 2°\u00a0E to 13°\u00a0E, from 48°\u00a0N to 52°\u00a0N: Paris and Berlin.");
    CHECK(describe(map_of_points(districts(), {{"Paris", 2, 48, 30}, {"Berlin", 13, 52, 20}}), locale) ==
          "Map of 2 points, from 2°\u00a0E to 13°\u00a0E, from 48°\u00a0N to 52°\u00a0N: Paris 30 and Berlin 20.");
}

TEST_CASE("a map of the world leaves out Antarctica and keeps its shape", "[chart][map]") {
    const auto chart = map_of_regions(shared_world(), {{country("Brazil"), 1}, {country("China"), 4}});
    const auto view = earth_view(chart);
    REQUIRE(view.projection.is_world());
    CHECK(view.extent.bottom() < -Projection::equal_earth(0)({0, 90}).y * 0.85);
    const auto tall = draw(chart, 300, 400.0, house().context(), {});
    REQUIRE(tall.has_value());
    CHECK(tall.value().size.height < 200);  // there is nothing that could fill more
}

TEST_CASE("a map without outlines is refused", "[chart][map]") {
    auto chart = map_of_regions(districts(), {{0, 10}});
    chart.map.reset();
    CHECK_FALSE(drawn(chart, 300).has_value());
}
