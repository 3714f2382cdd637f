// Every form once, as the scene has it. A change of a drawing shows as a change of its file in golden/.
//
// PRECIS_ACCEPT=FORM (or `all`) takes what is drawn now: look at the picture first.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "forms.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

TEST_CASE("every form is drawn as its golden dump says", "[chart][golden]") {
    const char* accept = std::getenv("PRECIS_ACCEPT");
    for (const auto& [name, chart] : all_forms()) {
        const auto got = drawn(chart, 252, 140);
        INFO(name);
        REQUIRE(got.has_value());
        scene::Page page;
        page.size = got.value().size;
        page.items = got.value().items;
        const std::string path = PRECIS_SOURCE_DIR "/tests/unit/chart/golden/" + name + ".txt";
        const std::string said = scene::dump(page);
        if (accept != nullptr && (accept == name || std::string(accept) == "all")) std::ofstream(path) << said;
        std::ifstream in(path);
        std::ostringstream expected;
        expected << in.rdbuf();
        CHECK(said == expected.str());
    }
}
