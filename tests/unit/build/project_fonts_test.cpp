// The fonts of a project: an index, a folder of files without one, and what the lists of fonts and faces say.
#include "build/project_fonts.h"

#include <algorithm>

#include "../../folder.h"
#include "build/font_listing.h"
#include "catch.h"

using namespace precis;
namespace fs = std::filesystem;

namespace {

struct Project {
    test::Folder folder{"fonts"};
    spec::Project project;
    build::Setting setting;

    explicit Project(bool with_index) {
        fs::create_directories(folder.path() / "own");
        fs::copy_file("/usr/share/fonts/truetype/lato/Lato-Black.ttf", folder.path() / "own" / "one.ttf");
        if (with_index)
            folder.write("own/fonts.yaml",
                         "families:\n  Mine:\n    faces: |\n      100-900 one.ttf\n"
                         "scripts:\n  Hebrew: [Mine]\n  Han: {ja: {serif: [Mine]}, any: [Mine]}\n");
        project.root = folder.path();
        project.fonts = folder.path() / "own";
        setting.installed = PRECIS_SOURCE_DIR;
    }
};

}  // namespace

TEST_CASE("a folder of font files needs no index", "[build]") {
    const Project test(false);
    diag::Diagnostics found;
    const auto fonts = build::project_fonts(test.project, test.setting, found);
    CHECK(found.empty());
    REQUIRE(fonts.own == std::vector<std::string>{"Lato"});
    const auto& first = fonts.all.fonts.families.front();
    CHECK(first.name == "Lato");
    REQUIRE(first.files.size() == 1);
    CHECK(first.files[0].weight == 900);
    CHECK(fonts.all.fonts.families.size() > 50);  // and the installed ones
}

TEST_CASE("the project's families and scripts come first", "[build]") {
    const Project test(true);
    diag::Diagnostics found;
    const auto fonts = build::project_fonts(test.project, test.setting, found);
    CHECK(found.empty());
    const auto& first = fonts.all.fonts.families.front();
    CHECK(first.name == "Mine");
    CHECK(first.files.at(0).weight == 100);
    CHECK(first.files.at(0).heaviest == 900);
    const auto& scripts = fonts.all.fonts.scripts;
    CHECK(scripts.at(0) == text::FontIndex::Script{"Hebr", "", {"Mine"}, {}});
    CHECK(scripts.at(1) == text::FontIndex::Script{"Hani", "ja", {}, {"Mine"}});
    CHECK(scripts.at(2) == text::FontIndex::Script{"Hani", "", {"Mine"}, {}});
    CHECK(scripts.size() > 30);
}

TEST_CASE("every family that a script names is listed", "[build]") {
    spec::Project none;
    build::Setting setting;
    setting.installed = PRECIS_SOURCE_DIR;
    const auto listed = build::list_fonts(none, setting);
    REQUIRE(listed.ok());
    for (const auto& script : listed.value().scripts) {
        INFO(script.name);
        CHECK_FALSE(script.families.empty());
        for (const auto& name : script.families) {
            INFO(name);
            const auto& families = listed.value().families;
            CHECK(std::any_of(families.begin(), families.end(), [&](const auto& f) { return f.name == name; }));
        }
    }
    const auto& families = listed.value().families;
    const auto lato = std::find_if(families.begin(), families.end(), [](const auto& f) { return f.name == "Lato"; });
    REQUIRE(lato != families.end());
    CHECK(lato->installed);
    CHECK(lato->package == "fonts-lato");
    CHECK(std::count(lato->scripts.begin(), lato->scripts.end(), "Greek") == 1);
}

TEST_CASE("the faces of layouts are listed with those that they are given", "[build]") {
    const Project test(false);
    test.folder.write("layouts/small.yaml",
                      "layout: 1\nextends: research-note\ntitle: Small\nfonts: {base: Carlito, headings: Carlito, labels: Carlito}\n"
                      "styles: {body: {weight: medium}}\n");
    const auto listed = build::list_faces(test.project, test.setting);
    REQUIRE(listed.ok());
    std::vector<std::string> given;
    for (const auto& face : listed.value())
        if (face.layout == "small" && face.family == "Carlito" && (face.asked == "500" || face.asked == "800"))
            given.push_back(face.given);
    CHECK(given == std::vector<std::string>{"400", "700"});
}
