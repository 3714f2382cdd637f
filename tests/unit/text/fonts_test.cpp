// Families and faces: loading, refusals, and the handles for painters.
#include "faces.h"
#include "text/codes.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;

namespace {

diag::Span place() {
    static const auto source = std::make_shared<const diag::SourceText>("layout.yaml", "fonts: {base: Latto}\n");
    return {source, 14, 19};
}

}  // namespace

TEST_CASE("a family that the index does not have is refused where it is named, with the nearest name", "[text][diag]") {
    const auto got = Fonts::load(index(), {{"Latto", place()}, {"Vollkorn", {}}});
    REQUIRE(got.diagnostics().size() == 1);
    CHECK(got.diagnostics()[0].code == text::code::font_missing);
    CHECK(got.diagnostics()[0].span == place());
    CHECK(got.diagnostics()[0].remedy == "did you mean “Lato”?");
    CHECK(got.value()->has_face({"Vollkorn", 700, false}));
}

TEST_CASE("absent files name the package that has them", "[text][diag]") {
    FontIndex absent{{{"Nowhere", "fonts-nowhere", {{"/nonexistent/Nowhere.ttf", 400, false, 0}}}}};
    const auto got = Fonts::load(absent, {{"Nowhere", place()}});
    REQUIRE(got.diagnostics().size() == 1);
    CHECK(got.diagnostics()[0].code == text::code::font_missing);
    CHECK(got.diagnostics()[0].message == "the font family “Nowhere” has no file /nonexistent/Nowhere.ttf");
    CHECK(got.diagnostics()[0].remedy == "install its package: apt-get install fonts-nowhere");
}

TEST_CASE("a face that a family lacks is its nearest one", "[text]") {
    const auto loaded = fonts();
    CHECK(loaded->has_face({"Lato", 400, true}));
    CHECK_FALSE(loaded->has_face({"Lato", 700, true}));
    CHECK_FALSE(loaded->has_face({"DejaVu Sans", 400, false}));  // in the index, but not asked for
    CHECK(loaded->faces_of("Lato") == "400, 400 italic, 700");
    CHECK(loaded->faces_of("DejaVu Sans").empty());
    CHECK(loaded->file_of({"Lato", 700, false}).first.ends_with("/Lato-Bold.ttf"));
    CHECK(loaded->given({"Lato", 700, true}) == scene::Face{"Lato", 400, true});  // the slant counts before the weight
    CHECK(loaded->given({"Vollkorn", 900, true}) == scene::Face{"Vollkorn", 700, false});
    CHECK_FALSE(loaded->given({"DejaVu Sans", 400, false}));
    CHECK(loaded->scaled_font({"Lato", 900, false}, 10) == loaded->scaled_font({"Lato", 700, false}, 10));
    CHECK(loaded->metrics({"DejaVu Sans", 400, false}) == Fonts::Metrics{});
}

TEST_CASE("strict faces are given as they are asked for, or not at all", "[text]") {
    auto strict = Fonts::load(index(), {{"Lato", {}}}, {{}, "en-GB", true});
    REQUIRE(strict.ok());
    CHECK(strict.value()->given({"Lato", 700, false}) == scene::Face{"Lato", 700, false});
    CHECK_FALSE(strict.value()->given({"Lato", 700, true}));
    CHECK(strict.value()->scaled_font({"Lato", 700, true}, 10) == nullptr);
}

TEST_CASE("metrics are the font's own, in em", "[text]") {
    const auto m = fonts()->metrics({"Lato", 400, false});
    CHECK(m.ascent == Approx(0.805).margin(0.001));
    CHECK(m.descent == Approx(0.195).margin(0.001));
    CHECK(m.cap_height == Approx(0.72).margin(0.02));
    CHECK(m.x_height == Approx(0.51).margin(0.02));
}

TEST_CASE("painters get one handle per face and size, which outlives other users of the fonts", "[text]") {
    const auto loaded = fonts();
    auto* ten = loaded->scaled_font({"Lato", 400, false}, 10);
    REQUIRE(ten != nullptr);
    CHECK(ten == loaded->scaled_font({"Lato", 400, false}, 10));
    CHECK(ten != loaded->scaled_font({"Lato", 400, false}, 11));
    CHECK(loaded->scaled_font({"Lato", 400, false}, 0) == nullptr);
}

TEST_CASE("a file that is no font is named when its face is first set", "[text][diag]") {
    FontIndex broken{{{"Broken", "fonts-broken", {{PRECIS_SOURCE_DIR "/LICENSE", 400, false, 0}}}}};
    auto loaded = Fonts::load(broken, {{"Broken", {}}});
    REQUIRE(loaded.ok());
    Setter setter(loaded.value());
    const auto got = setter.set_line(run("a", 10, "Broken"));
    REQUIRE_FALSE(got.ok());
    CHECK(got.diagnostics()[0].code == text::code::face_missing);
    CHECK_THAT(got.diagnostics()[0].message, ContainsSubstring("cannot be read as a font"));
}
