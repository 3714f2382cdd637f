// The shipped outlines are what data/outlines/convert.mjs makes of the packages that their README names.
#include <filesystem>

#include "catch.h"
#include "program.h"

using namespace precis::test;

TEST_CASE("the outlines of the world are made from their packages", "[reference][outlines]") {
    const auto modules = kept_outside("map-outlines");
    if (!std::filesystem::exists(modules / "node_modules/world-atlas")) {
        WARN("the packages of the outlines are not installed (./dev test does it): the conversion is NOT repeated");
        return;
    }
    const Folder folder("outlines");
    const std::filesystem::path source = PRECIS_SOURCE_DIR "/data/outlines";
    const auto made = folder.path() / "world.json";
    const auto ran = run({"node", (source / "convert.mjs").string(), modules.string(), made.string()}, folder.path());
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(read_file(made) == read_file(source / "world.json"));
}
