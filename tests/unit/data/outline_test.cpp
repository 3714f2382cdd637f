// Outlines of maps: GeoJSON read into regions, and the shipped countries. Refusals are samples of tests/diag.
#include "data/outline.h"

#include <algorithm>

#include "base/limits.h"
#include "catch.h"
#include "diag/codes.h"
#include "folder.h"

using namespace precis;
using precis::data::read_outline;

namespace {

data::OutlineFile named(const std::filesystem::path& file, const std::string& key) {
    data::OutlineFile from;
    from.file = file;
    from.shown = file.filename().string();
    from.key.emplace().text = key;
    return from;
}

const std::string kSquare = R"([[[1,2],[3,2],[3,4],[1,4],[1,2]]])";

std::string feature(const std::string& properties, const std::string& type, const std::string& coordinates) {
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}";
}
std::string collection(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

}  // namespace

TEST_CASE("features of one name are one region, numbers are names, too", "[data][outline]") {
    const test::Folder folder("outline");
    const auto file = folder.write(
        "one.geojson", collection(feature(R"("nr":7)", "Polygon", kSquare) + "," +
                                  feature(R"("nr":8)", "MultiPolygon", "[" + kSquare + "," + kSquare + "]") + "," +
                                  feature(R"("nr":7)", "Polygon", kSquare)));
    const auto read = read_outline(named(file, "nr"));
    REQUIRE(read.ok());
    const auto& regions = read.value().regions;
    REQUIRE(regions.size() == 2);
    CHECK(regions[0].name == "7");
    CHECK(regions[0].polygons.size() == 2);
    CHECK(regions[1].polygons.size() == 2);
    CHECK(regions[0].polygons[0][0].size() == 4);  // the first point is not repeated
    CHECK(regions[0].polygons[0][0][2] == data::EarthPoint{3, 4});
}

TEST_CASE("without a key regions have no names and stay apart", "[data][outline]") {
    const test::Folder folder("outline");
    auto from = named(folder.write("two.geojson",
                                   collection(feature("", "Polygon", kSquare) + "," + feature("", "Polygon", kSquare))),
                      "");
    from.key.reset();
    const auto read = read_outline(from);
    REQUIRE(read.ok());
    CHECK(read.value().regions.size() == 2);
}

TEST_CASE("degrees of WGS 84 may be named", "[data][outline]") {
    const test::Folder folder("outline");
    auto text = collection(feature(R"("nr":7)", "Polygon", kSquare));
    text.insert(1, R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)");
    CHECK(read_outline(named(folder.write("named.geojson", text), "nr")).ok());
}

TEST_CASE("more points than the limit are refused", "[data][outline][limits]") {
    const test::Folder folder("outline");
    const auto file = folder.write("one.geojson", collection(feature(R"("nr":7)", "Polygon", kSquare)));
    const auto usual = base::limit(base::Limit::outline_points);
    REQUIRE(base::set_limit("outline-points", 5));
    const auto under = read_outline(named(file, "nr"));
    REQUIRE(base::set_limit("outline-points", 4));
    const auto over = read_outline(named(file, "nr"));
    REQUIRE(base::set_limit("outline-points", usual));
    CHECK(under.ok());
    REQUIRE(over.diagnostics().size() == 1);
    CHECK(over.diagnostics()[0].code == diag::code::file_too_large);
}

TEST_CASE("the shipped countries have names, codes and continents", "[data][outline]") {
    auto from = named(PRECIS_SOURCE_DIR "/data/outlines/world.json", "name");
    from.world = true;
    const auto read = read_outline(from);
    REQUIRE(read.ok());
    const auto& outline = read.value();
    CHECK(outline.regions.size() == 238);
    CHECK(outline.views.size() == 6);
    const auto country = std::find_if(outline.regions.begin(), outline.regions.end(),
                                      [](const auto& region) { return region.name == "Ivory Coast"; });
    REQUIRE(country != outline.regions.end());
    CHECK(country->codes == std::vector<std::string>{"CI", "CIV", "384"});
    CHECK(country->continent == "Africa");
    CHECK(std::find(country->others.begin(), country->others.end(), "Côte d'Ivoire") != country->others.end());
    const auto countries = std::count_if(outline.regions.begin(), outline.regions.end(),
                                         [](const auto& region) { return region.codes.size() == 3; });
    CHECK(countries == 235);  // but Kosovo, Northern Cyprus and Somaliland
}
