// Draws every form once and compares the scene's dump with its file in golden/.
//
// PRECIS_ACCEPT=FORM (or `all`) writes the file from the present drawing: look at the picture first.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "forms.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

TEST_CASE("every form is drawn as in its golden dump", "[chart][golden]") {
    const char* accept = std::getenv("PRECIS_ACCEPT");
    for (const auto& [name, chart] : all_forms()) {
        const auto got = drawn(chart, 252, 140);
        INFO(name);
        REQUIRE(got.has_value());
        scene::Page page;
        page.size = got.value().size;
        page.items = got.value().items;
        const std::string path = PRECIS_SOURCE_DIR "/tests/unit/chart/golden/" + name + ".txt";
        const std::string dump = scene::dump(page);
        if (accept != nullptr && (accept == name || std::string(accept) == "all")) std::ofstream(path) << dump;
        std::ifstream in(path);
        std::ostringstream expected;
        expected << in.rdbuf();
        CHECK(dump == expected.str());
    }
}
