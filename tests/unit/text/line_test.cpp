// Single lines: widths, kerning, features, glyph runs.
#include "faces.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;

TEST_CASE("a label's width is the sum of its glyphs' advances in the font's own units", "[text]") {
    Setter setter(fonts());
    // Lato has 2000 units per em and tabular digits of 1160.
    const auto line = setter.set_line(run("2026", 10)).value();
    CHECK(line.width == Approx(4 * 11.6 / 2));
    REQUIRE(line.runs.size() == 1);
    CHECK(line.runs[0].text == "2026");
    CHECK(line.runs[0].glyphs.size() == 4);
    CHECK(line.runs[0].glyphs[3].x == Approx(3 * 5.8));
}
