// Text that cannot be set is reported at its place, with a remedy.
#include "diag/codes.h"
#include "faces.h"
#include "text/codes.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;

namespace {

Run placed(std::string text, std::size_t begin, std::size_t end) {
    static const auto source =
        std::make_shared<const diag::SourceText>("briefing.yaml", "text: something with 漢 in it\n");
    auto made = run(std::move(text));
    made.span = {source, begin, end};
    return made;
}

}  // namespace

TEST_CASE("a missing glyph is reported once per character, with a remedy that gives it one", "[text][diag]") {
    Setter setter(fonts({"Lato"}));
    Paragraph body;
    body.runs = {placed("ok ✔ and ✔ again", 0, 5), placed(" then 漢", 6, 10)};
    const auto got = setter.set(body, 200);
    REQUIRE(got.diagnostics().size() == 2);
    CHECK(got.diagnostics()[0].code == text::code::glyph_missing);
    CHECK(got.diagnostics()[0].span.begin == 0);
    CHECK(got.diagnostics()[0].message == "no font of the layout or of fonts.yaml has a glyph for “✔” (U+2714)");
    CHECK(got.diagnostics()[0].remedy == "let the layout use a family that has it: “fonts: {fallback: [DejaVu Sans]}”");
    CHECK(got.diagnostics()[1].span.begin == 6);
    CHECK_THAT(got.diagnostics()[1].message, ContainsSubstring("U+6F22"));
    CHECK(got.has_value());
    auto with = Fonts::load(index(), {{"Lato", {}}}, {{{"DejaVu Sans", {}}}, "", false});
    CHECK(Setter(with.value()).set_line(placed("ok ✔", 0, 5)).ok());
}

TEST_CASE("a script's family that is not installed is named by its package", "[text][diag]") {
    auto listed = index();
    listed.families.push_back({"Nowhere", "fonts-nowhere", {{"/nonexistent/Nowhere.ttf", 400, false, 0}}});
    listed.scripts = {{"Hani", "", {"Nowhere"}, {}}};
    auto loaded = Fonts::load(listed, {{"Lato", {}}});
    REQUIRE(loaded.ok());
    const auto got = Setter(loaded.value()).set_line(placed("漢", 6, 10));
    REQUIRE(got.diagnostics().size() == 1);
    CHECK(got.diagnostics()[0].remedy == "install a font that has it: apt-get install fonts-nowhere");
}

TEST_CASE("signs that are never seen are no finding, with a picture or without one", "[text][diag]") {
    Setter setter(fonts({"Lato"}));
    const auto got = setter.set_line(run("a\u200D\u200Bb\uFE0F c\u2060d\u200E"));
    CHECK(got.ok());
    const auto picture = setter.set_line(run("\u26A0\uFE0F \U0001F469\u200D\U0001F4BB"));
    REQUIRE(picture.diagnostics().size() == 3);
    for (const auto& found : picture.diagnostics()) {
        CHECK_THAT(found.message, !ContainsSubstring("U+FE0F"));
        CHECK_THAT(found.message, !ContainsSubstring("U+200D"));
    }
}

TEST_CASE("a missing face lists those there are, where faces are strict", "[text][diag]") {
    auto strict = Fonts::load(index(), {{"Lato", {}}, {"Vollkorn", {}}}, {{}, "", true});
    Setter setter(strict.value());
    auto heavy = placed("text", 0, 4);
    heavy.face.weight = 900;
    auto absent = placed("text", 5, 9);
    absent.face.family = "DejaVu Sans";
    const auto got = setter.set_line({heavy, absent});
    REQUIRE(got.diagnostics().size() == 2);
    CHECK(got.diagnostics()[0].code == text::code::face_missing);
    CHECK(got.diagnostics()[0].message == "the family “Lato” has no face 900");
    CHECK(got.diagnostics()[0].remedy == "use one of 400, 400 italic, 700");
    CHECK(got.diagnostics()[1].remedy == "name the family among the layout's fonts");
    CHECK_FALSE(got.has_value());
    heavy.face.family = "Vollkorn";
    CHECK_FALSE(setter.set_line(heavy).ok());
}

TEST_CASE("floods are refused: bytes, combining marks, joiners without end", "[text][diag]") {
    Setter setter(fonts());
    std::string marks = "a", joiners = "a";
    for (int i = 0; i < 50'000; ++i) marks += "\u0301", joiners += "\u200D";
    for (const auto& text : {std::string(200'001, 'x'), marks, joiners}) {
        const auto got = setter.set(paragraph(text), 200);
        REQUIRE(got.diagnostics().size() == 1);
        CHECK(got.diagnostics()[0].code == text::code::paragraph_too_long);
        CHECK_FALSE(got.diagnostics()[0].remedy.empty());
    }
}

TEST_CASE("text that is not UTF-8 is refused", "[text][diag]") {
    Setter setter(fonts());
    const auto got = setter.set_line(run("a\xFF"));
    REQUIRE(got.diagnostics().size() == 1);
    CHECK(got.diagnostics()[0].code == diag::code::not_utf8);
}

TEST_CASE("the longest paragraph is set, as one word or as many", "[text]") {
    Setter setter(fonts());
    std::string many;
    while (many.size() < 199'990) many += "word and ";
    CHECK_FALSE(setter.set(paragraph(many, Align::justify), 200).value().overfull);
    const auto one = setter.set(paragraph(std::string(199'990, 'x')), 200).value();
    CHECK_FALSE(one.overfull);
    CHECK(one.lines.size() > 4000);
    std::string soft;
    while (soft.size() < 199'990) soft += "v\u00AD";
    CHECK(setter.set(paragraph(soft), 200).ok());
    CHECK(setter.set(paragraph(many), 1e7).value().lines.size() == 1);
}
