// The fonts index that the program ships.
#include "build/font_index.h"

#include <filesystem>
#include <set>

#include "catch.h"
#include "diag/codes.h"

using namespace precis;

TEST_CASE("the shipped index names the faces of the house's families", "[build]") {
    const auto index =
        build::read_font_index(std::filesystem::path(PRECIS_SOURCE_DIR) / "fonts" / "fonts.yaml", "fonts.yaml");
    REQUIRE(index.ok());
    std::set<std::string> families;
    for (const auto& family : index.value().fonts.families) {
        families.insert(family.name);
        CHECK_FALSE(family.package.empty());
        CHECK_FALSE(family.files.empty());
        for (const auto& face : family.files) {
            INFO(face.path);
            CHECK(face.path.front() == '/');
            CHECK(face.weight >= 100);
            CHECK(face.weight <= 900);
            if (family.name == "Lato" || family.name == "Vollkorn") CHECK(std::filesystem::exists(face.path));
        }
    }
    for (const auto& [language, patterns] : index.value().hyphenation) {
        INFO(language);
        if (language == "de" || language == "fr" || language.starts_with("en"))  // the others need not be installed
            CHECK(std::filesystem::exists(patterns.file));
        CHECK(patterns.file.starts_with("/usr/share/hyphen/hyph_"));
        CHECK(patterns.package.starts_with("hyphen-"));
    }
    CHECK(index.value().hyphenation.size() >= 19);
    for (const auto* name : {"Vollkorn", "Lato", "Carlito", "JetBrains Mono"}) CHECK(families.count(name) == 1);
}

TEST_CASE("an index that is not there is told by its name", "[build]") {
    const auto index = build::read_font_index("/nowhere/fonts.yaml", "fonts.yaml");
    REQUIRE_FALSE(index.has_value());
    CHECK(index.diagnostics().front().code == diag::code::file_not_found);
}
