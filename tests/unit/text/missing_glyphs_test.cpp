// One finding for each script that a family lacks.
#include "text/missing_glyphs.h"

#include "catch.h"
#include "diag/codes.h"
#include "text/codes.h"

using namespace precis;

namespace {

diag::Diagnostic lacks(const std::string& character, const char* point, diag::Span span = {}) {
    return diag::error(
        text::code::glyph_missing, std::move(span),
        std::string("no font of the layout or of fonts.yaml has a glyph for “") + character + "” (U+" + point + ")");
}

}  // namespace

TEST_CASE("letters of one script are one finding, which counts and names them and has a place", "[text][diag]") {
    const diag::Span here{std::make_shared<const diag::SourceText>("b.yaml", "text"), 0, 4};
    diag::Diagnostics all{lacks("漢", "6F22"), lacks("字", "5B57", here), lacks("か", "304B"),
                          lacks("漢", "6F22"), lacks("ж", "0436")};
    text::merge_missing_glyphs(all);
    REQUIRE(all.size() == 2);
    CHECK(all[0].message == "no font of the layout or of fonts.yaml has 3 letters of the script Han: “漢”, “字”, “か”");
    CHECK(all[0].span == here);
    CHECK_THAT(all[1].message, ContainsSubstring("a glyph for “ж” (U+0436)"));
}

TEST_CASE("of many letters five are named", "[text][diag]") {
    diag::Diagnostics all{lacks("一", "4E00"), lacks("丁", "4E01"), lacks("七", "4E03"),
                          lacks("万", "4E07"), lacks("丈", "4E08"), lacks("三", "4E09")};
    text::merge_missing_glyphs(all);
    REQUIRE(all.size() == 1);
    CHECK(all[0].message.ends_with("has 6 letters of the script Han: “一”, “丁”, “七”, “万”, “丈” …"));
}

TEST_CASE("signs are one finding, emoji another, and other findings stay", "[text][diag]") {
    diag::Diagnostics all{lacks("→", "2192"), lacks("☃", "2603"), lacks("🎉", "1F389"), lacks("→", "2192"),
                          diag::error(diag::code::bad_value, {}, "other (U+6F22)")};
    text::merge_missing_glyphs(all);
    REQUIRE(all.size() == 3);
    CHECK(all[0].message.ends_with("has 2 signs: “→”, “☃”"));
}
