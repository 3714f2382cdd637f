// Every form once, as the scene has it. A change of a drawing shows as a change of its file in golden/.
//
// PRECIS_ACCEPT=FORM (or `all`) takes what is drawn now: look at the picture first.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "chart/presets.h"
#include "fixture.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

TEST_CASE("every form is drawn as its golden dump says", "[chart][golden]") {
    const char* accept = std::getenv("PRECIS_ACCEPT");
    for (const auto& type : preset_names()) {
        const auto got = drawn(sample_of(type), 252, 140);
        INFO(type);
        REQUIRE(got.has_value());
        scene::Page page;
        page.size = got.value().size;
        page.items = got.value().items;
        const std::string path = PRECIS_SOURCE_DIR "/tests/unit/chart/golden/" + type + ".txt";
        const std::string said = scene::dump(page);
        if (accept != nullptr && (accept == type || std::string(accept) == "all")) std::ofstream(path) << said;
        std::ifstream in(path);
        std::ostringstream expected;
        expected << in.rdbuf();
        CHECK(said == expected.str());
    }
}
