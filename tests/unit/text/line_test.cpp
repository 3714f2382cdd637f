// Single lines: widths, kerning, features, glyph runs, links.
#include <numeric>

#include "faces.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;

namespace {

std::size_t bytes_of(const scene::GlyphRun& piece) {
    return std::accumulate(piece.glyphs.begin(), piece.glyphs.end(), std::size_t{0},
                           [](std::size_t sum, const scene::Glyph& g) { return sum + g.bytes; });
}

}  // namespace

TEST_CASE("a label's width is the sum of its glyphs' advances in the font's own units", "[text]") {
    Setter setter(fonts());
    // Lato has 2000 units per em and tabular digits of 1160.
    const auto line = setter.set_line(run("2026", 10)).value();
    CHECK(line.width == Approx(4 * 11.6 / 2));
    REQUIRE(line.runs.size() == 1);
    CHECK(line.runs[0].text == "2026");
    REQUIRE(line.runs[0].glyphs.size() == 4);
    CHECK(line.runs[0].glyphs[3].x == Approx(3 * 5.8));
    CHECK(line.x == 0);
}

TEST_CASE("scaling the size scales every coordinate", "[text][property]") {
    Setter setter(fonts());
    const auto small = setter.set_line(run("Verfügbar: 43.5 % — difficult", 7)).value();
    const auto large = setter.set_line(run("Verfügbar: 43.5 % — difficult", 21)).value();
    CHECK(large.width == Approx(3 * small.width).epsilon(1e-12));
    REQUIRE(large.runs[0].glyphs.size() == small.runs[0].glyphs.size());
    for (std::size_t i = 0; i < small.runs[0].glyphs.size(); ++i)
        CHECK(large.runs[0].glyphs[i].x == Approx(3 * small.runs[0].glyphs[i].x).margin(1e-9));
}

TEST_CASE("kerning holds inside words, at spaces, and across runs that differ in colour only", "[text]") {
    Setter setter(fonts());
    const double pair = setter.set_line(run("AV", 100)).value().width;
    const double apart = setter.set_line(run("A", 100)).value().width + setter.set_line(run("V", 100)).value().width;
    CHECK(pair < apart - 1);
    auto red = run("V", 100);
    red.color = {200, 0, 0, 1};
    const auto two = setter.set_line({run("A", 100), red}).value();
    CHECK(two.width == Approx(pair));
    REQUIRE(two.runs.size() == 2);
    CHECK(two.runs[1].origin.x == Approx(two.runs[0].width));
    CHECK(two.runs[1].fill == red.color);
}

TEST_CASE("a ligature is one cluster whose bytes are all its letters", "[text]") {
    Setter setter(fonts());
    const auto line = setter.set_line(run("fi", 10, "Vollkorn")).value();
    REQUIRE(line.runs.size() == 1);
    CHECK(line.runs[0].glyphs.size() == 1);
    CHECK(line.runs[0].glyphs[0].bytes == 2);
    auto spaced = run("fi", 10, "Vollkorn");
    spaced.tracking = 0.06;
    CHECK(setter.set_line(spaced).value().runs[0].glyphs.size() == 2);
}

TEST_CASE("the glyphs' bytes add up to the text", "[text][property]") {
    Setter setter(fonts());
    for (const auto* text :
         {"plain", "Zürich – “quoted” ‘x’…", "a\u00ADb", " led and trailed ", "e\u0301 combined", "1\u202F000"}) {
        const auto line = setter.set_line(run(text, 10)).value();
        for (const auto& piece : line.runs) CHECK(bytes_of(piece) == piece.text.size());
        CHECK_THAT(text_of(line), !ContainsSubstring("\u00AD"));
    }
}

TEST_CASE("tracking is added between letters, none behind the last", "[text]") {
    Setter setter(fonts());
    auto label = run("HHHH", 10);
    const double plain = setter.set_line(label).value().width;
    label.tracking = 0.06;
    CHECK(setter.set_line(label).value().width == Approx(plain + 3 * 0.6));
}

TEST_CASE("figures choose their forms", "[text]") {
    Setter setter(fonts());
    auto digits = run("1111", 10, "Vollkorn");
    digits.figures = Figures::tabular;
    const double ones = setter.set_line(digits).value().width;
    digits.text = "8888";
    CHECK(setter.set_line(digits).value().width == Approx(ones));
    digits.figures = Figures::lining;
    const auto lining = setter.set_line(digits).value().runs[0].glyphs[0].id;
    digits.figures = Figures::oldstyle;
    CHECK(setter.set_line(digits).value().runs[0].glyphs[0].id != lining);
}

TEST_CASE("capitals follow Unicode's full mapping and the language", "[text]") {
    Setter setter(fonts());
    auto word = run("straße é i", 10);
    word.capitals = true;
    CHECK(text_of(setter.set_line(word).value()) == "STRASSE É I");
    word.text = "izmir";
    word.language = "tr";
    CHECK(text_of(setter.set_line(word).value()) == "İZMİR");
}

TEST_CASE("a raised citation stands above the baseline and its link covers it", "[text]") {
    Setter setter(fonts());
    auto citation = run("12", 6.5);
    citation.rise = 4;
    citation.link = "#source-12";
    const auto line = setter.set_line({run("as said", 10), citation}).value();
    REQUIRE(line.runs.size() == 2);
    CHECK(line.runs[1].origin.y == Approx(-4));
    REQUIRE(line.links.size() == 1);
    CHECK(line.links[0].target == "#source-12");
    CHECK(line.links[0].description == "12");
    CHECK(line.links[0].at.x == Approx(line.runs[1].origin.x));
    CHECK(line.links[0].at.width == Approx(line.runs[1].width));
    CHECK(line.links[0].at.y < -4);
}

TEST_CASE("a link over several looks is one rectangle", "[text]") {
    Setter setter(fonts());
    auto first = run("see ", 10), second = run("there", 10);
    first.link = second.link = "https://example.org/";
    second.face.italic = true;
    const auto line = setter.set_line({first, second}).value();
    REQUIRE(line.links.size() == 1);
    CHECK(line.links[0].description == "see there");
    CHECK(line.links[0].at.width == Approx(line.width));
}

TEST_CASE("runs of one look are one glyph run", "[text]") {
    Setter setter(fonts());
    CHECK(setter.set_line({run("one "), run("two "), run("three")}).value().runs.size() == 1);
}
