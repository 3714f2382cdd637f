// The regions that words of the data mean: names, codes, other spellings, and the name that was probably meant.
#include "bind/exhibits/region_names.h"

#include "catch.h"

using namespace precis;
using precis::bind::RegionNames;

namespace {

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

std::string found(const std::string& text) {
    const RegionNames names(world());
    const auto region = names.find(text);
    return region ? world().regions[*region].name : "";
}

}  // namespace

TEST_CASE("countries are found by codes and by common names", "[bind][map]") {
    const std::vector<std::pair<std::string, std::string>> known{
        {"DE", "Germany"},
        {"de", "Germany"},
        {"DEU", "Germany"},
        {"276", "Germany"},
        {"4", "Afghanistan"},
        {"004", "Afghanistan"},
        {"USA", "United States"},
        {"U.S.", "United States"},
        {"the United States of America", "United States"},
        {"UK", "United Kingdom"},
        {"Great Britain", "United Kingdom"},
        {"South Korea", "South Korea"},
        {"Korea, Rep.", "South Korea"},
        {"Republic of Korea", "South Korea"},
        {"North Korea", "North Korea"},
        {"Czech Republic", "Czechia"},
        {"Côte d'Ivoire", "Ivory Coast"},
        {"Cote d’Ivoire", "Ivory Coast"},
        {"CÔTE D'IVOIRE", "Ivory Coast"},
        {"Holland", "Netherlands"},
        {"The Netherlands", "Netherlands"},
        {"EL", "Greece"},
        {"Russian Federation", "Russia"},
        {"Viet Nam", "Vietnam"},
        {"St. Lucia", "Saint Lucia"},
        {"Bosnia & Herzegovina", "Bosnia and Herzegovina"},
        {"Congo-Kinshasa", "Democratic Republic of the Congo"},
        {"Congo, Rep.", "Republic of the Congo"},
        {"Turkey", "Türkiye"},
        {"Hong Kong SAR, China", "Hong Kong"},
        {"Kosovo", "Kosovo"},
        {"XK", "Kosovo"},
        {"Singapore", "Singapore"},
        {"Deutschland", "Germany"},
        {"Allemagne", "Germany"},
        {"日本", "Japan"},
        {"Россия", "Russia"},
    };
    for (const auto& [text, name] : known) {
        INFO(text);
        CHECK(found(text) == name);
    }
}

TEST_CASE("every country has a name and codes of its own", "[bind][map]") {
    const RegionNames names(world());
    for (std::size_t r = 0; r < world().regions.size(); ++r) {
        const auto& region = world().regions[r];
        INFO(region.name);
        CHECK(names.find(region.name) == r);
        for (const auto& code : region.codes) {
            CHECK(names.find(code) == r);
            CHECK(names.is_code(r, code));
        }
        CHECK_FALSE(names.is_code(r, region.name));
    }
}

TEST_CASE("what names no country, or two, is not joined", "[bind][map]") {
    CHECK(found("Grmany").empty());
    CHECK(found("").empty());
    CHECK(found("999").empty());
    CHECK(found("Congo").empty());  // there are two
    CHECK(found("Europe").empty());
    const RegionNames names(world());
    CHECK(names.nearest("Grmany", false) == "Germany");
    CHECK(names.nearest("Eurpoe", true) == "Europe");
    CHECK(names.nearest("XX", false) == std::nullopt);
    REQUIRE(names.view("europe") != nullptr);
    CHECK(names.view("Germany") == nullptr);
}

TEST_CASE("a spelling that two regions share is found only as it is written", "[bind][map]") {
    data::Outline outline;
    outline.regions.resize(2);
    outline.regions[0].name = "Upper";
    outline.regions[1].name = "UPPER";
    const RegionNames names(outline);
    CHECK(names.find("Upper") == 0u);
    CHECK(names.find("UPPER") == 1u);
    CHECK(names.find("upper") == std::nullopt);
}
