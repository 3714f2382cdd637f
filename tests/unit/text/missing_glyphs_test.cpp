// One finding for each script that a family lacks.
#include "text/missing_glyphs.h"

#include "catch.h"
#include "diag/codes.h"
#include "text/codes.h"

using namespace precis;

namespace {

diag::Diagnostic lacks(const std::string& character, const char* point, diag::Span span = {},
                       const char* face = "“Lato” 400") {
    return diag::error(text::code::glyph_missing, std::move(span),
                       std::string("the face ") + face + " has no glyph for “" + character + "” (U+" + point + ")");
}

}  // namespace

TEST_CASE("letters of one script are one finding, which counts them and has a place", "[text][diag]") {
    const diag::Span here{std::make_shared<const diag::SourceText>("b.yaml", "text"), 0, 4};
    diag::Diagnostics all{lacks("漢", "6F22"), lacks("字", "5B57", here), lacks("漢", "6F22", {}, "“Lato” 700"),
                          lacks("ж", "0436"), lacks("漢", "6F22", {}, "“Vollkorn” 400")};
    text::merge_missing_glyphs(all);
    REQUIRE(all.size() == 3);
    CHECK(all[0].message == "the face “Lato” 400 has no glyph for “字” (U+5B57), nor for 1 more of the script Han");
    CHECK(all[0].span == here);
    CHECK(all[1].message == "the face “Lato” 400 has no glyph for “ж” (U+0436)");
    CHECK_THAT(all[2].message, ContainsSubstring("Vollkorn"));
}

TEST_CASE("signs of no script stay apart, and other findings stay", "[text][diag]") {
    diag::Diagnostics all{lacks("→", "2192"), lacks("☃", "2603"), lacks("→", "2192", {}, "“Lato” 700"),
                          diag::error(diag::code::bad_value, {}, "other (U+6F22)")};
    text::merge_missing_glyphs(all);
    CHECK(all.size() == 3);
}
