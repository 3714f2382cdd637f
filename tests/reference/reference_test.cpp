// docs/reference is what the tables of the program say. PRECIS_ACCEPT=PAGE (or `all`) writes a page anew.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "catch.h"
#include "pages.h"
#include "vocabulary/briefing_keys.h"
#include "vocabulary/homes.h"
#include "vocabulary/key.h"

using namespace precis::test;

namespace {

const std::filesystem::path kFolder = std::filesystem::path(PRECIS_SOURCE_DIR) / "docs" / "reference";

std::string text_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("the reference is made from the tables", "[reference]") {
    const auto* accepted = std::getenv("PRECIS_ACCEPT");
    for (const auto& [file, text] : reference_pages()) {
        if (accepted != nullptr && (file == accepted || std::string(accepted) == "all"))
            std::ofstream(kFolder / file, std::ios::binary) << text;
        INFO(file);
        CHECK(text_of(kFolder / file) == text);
    }
}

TEST_CASE("every page of the reference is in its index", "[reference]") {
    const auto index = text_of(kFolder / "README.md");
    for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
        const auto name = entry.path().filename().string();
        INFO(name);
        CHECK((name == "README.md" || index.find("(" + name) != std::string::npos));
    }
}

TEST_CASE("words of other tools mean keys that there are, and are none themselves", "[reference]") {
    using namespace precis;
    for (const auto& meant : vocabulary::meant_words()) {
        INFO(meant.word << " in " << meant.mapping->what);
        CHECK(meant.mapping->find(meant.key) != nullptr);
        CHECK(meant.mapping->find(meant.word) == nullptr);
        CHECK(vocabulary::meant_by(meant.word, *meant.mapping) == meant.key);
    }
    CHECK(vocabulary::meant_by("rain", vocabulary::keys::section).empty());
}
