// A template is read as a value; what cannot be one is refused with its reason and what to do.
#include "ooxml/deck_template.h"

#include <set>

#include "catch.h"
#include "folder.h"
#include "small_template.h"

using namespace precis;
using namespace precis::test;

namespace {

struct Got {
    std::optional<ooxml::DeckTemplate> value;
    std::string why, remedy;
};

Got read(const std::string& bytes) {
    const Folder folder("template");
    Got got;
    got.value = ooxml::read_template(folder.write("firm.potx", bytes), got.why, got.remedy);
    return got;
}
Got read(const Parts& parts) {
    return read(zipped(parts));
}

/// Why the template is refused once a word of a part is another.
std::string refused(const std::string& part, const std::string& from, const std::string& to) {
    auto parts = small_template();
    auto& text = parts.at(part);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const auto got = read(parts);
    CHECK(!got.remedy.empty());
    return got.value ? "it is read" : got.why;
}

}  // namespace

TEST_CASE("a template's size, layouts and placeholders are read with what they inherit", "[template]") {
    const auto got = read(small_template());
    INFO(got.why);
    REQUIRE(got.value);
    const auto& t = *got.value;
    CHECK(t.page == base::Size{960, 540});
    REQUIRE(t.layouts.size() == 4);
    CHECK(t.layouts[0].name == "House cover");
    CHECK(t.layouts[0].type == "title");
    const auto* cover = t.layouts[0].find("ctrTitle");
    REQUIRE(cover != nullptr);
    CHECK(cover->outer == base::Rect{120, 150, 720, 120});
    CHECK(cover->box.x == 120 + 7.2);
    CHECK(cover->look.size == 44);
    CHECK(cover->look.latin == "Cambria");
    CHECK(cover->look.color == base::Color{0xFB, 0xF8, 0xF1, 1});
    CHECK(cover->anchor == 'b');
    CHECK(cover->align == 'c');
    const auto& content = t.layouts[1];
    const auto* title = content.find("title");
    REQUIRE(title != nullptr);
    CHECK(title->outer == base::Rect{60, 36, 840, 72});  // the master's
    CHECK(title->anchor == 'b');
    CHECK(title->look.size == 32);
    CHECK(title->look.color == base::Color{0x22, 0x30, 0x4F, 1});
    const auto* body = content.find("obj");
    REQUIRE(body != nullptr);
    CHECK(body->index == "1");
    CHECK(body->outer == base::Rect{60, 126, 840, 348});
    CHECK(body->look.latin == "Calibri");
    CHECK(content.find("sldNum")->align == 'r');
    CHECK(content.find("sldNum")->index == "12");
    CHECK(content.theme.colors.at("accent1") == base::Color{0x7A, 0x1F, 0x3D, 1});
}

TEST_CASE("a template's backdrop has its background, shapes and pictures in their order", "[template]") {
    const auto got = read(small_template());
    REQUIRE(got.value);
    const auto pieces = ooxml::backdrop_of(*got.value, got.value->layouts[1]).pieces;
    REQUIRE(pieces.size() == 4);  // the paper, its reference into the theme, the bar, the logo
    CHECK(pieces[1].path->fill == base::Color{0xFB, 0xF8, 0xF1, 1});
    CHECK(pieces[2].path->fill == base::Color{0x7A, 0x1F, 0x3D, 1});
    CHECK(pieces[3].picture == "ppt/media/image7.png");
    CHECK(pieces[3].at == base::Rect{888, 504, 24, 24});
    const auto cover = ooxml::backdrop_of(*got.value, got.value->layouts[0]).pieces;
    CHECK(cover[1].path->fill == base::Color{0x22, 0x30, 0x4F, 1});  // the layout's own
}

TEST_CASE("the parts that a deck needs are kept, sample slides are not", "[template]") {
    const auto got = read(small_template());
    REQUIRE(got.value);
    std::set<std::string> kept(got.value->kept.begin(), got.value->kept.end());
    CHECK(kept == std::set<std::string>{"ppt/media/image7.png", "ppt/presProps.xml",
                                        "ppt/slideLayouts/slideLayout1.xml", "ppt/slideLayouts/slideLayout2.xml",
                                        "ppt/slideLayouts/slideLayout3.xml", "ppt/slideLayouts/slideLayout4.xml",
                                        "ppt/slideMasters/slideMaster1.xml", "ppt/tableStyles.xml",
                                        "ppt/theme/theme1.xml"});
}

TEST_CASE("a file that cannot be a template is refused with the reason", "[template]") {
    const std::string types = "[Content_Types].xml", deck = "ppt/presentation.xml",
                      master = "ppt/slideMasters/slideMaster1.xml",
                      links = "ppt/slideMasters/_rels/slideMaster1.xml.rels";
    CHECK(read("no archive").why == "it is not a ZIP archive, as a deck is");
    CHECK(read("\xD0\xCF\x11\xE0 and so on").why == "it is a deck of the older format .ppt, or it has a password");
    CHECK(read(std::string()).why == "it is empty");
    const auto whole = zipped(small_template());
    CHECK(!read(whole.substr(0, whole.size() / 2)).value);
    CHECK_THAT(refused(types, "template.main", "template.macroEnabled.main"), ContainsSubstring("macros"));
    CHECK_THAT(refused(deck, "http://schemas.openxmlformats.org/presentationml/2006/main",
                       "http://purl.oclc.org/ooxml/presentationml/main"),
               ContainsSubstring("Strict Open XML"));
    CHECK_THAT(refused(deck, "cx=\"12192000\"", "cx=\"12\""), ContainsSubstring("slide size"));
    CHECK_THAT(refused("ppt/_rels/presentation.xml.rels", "slideMasters/slideMaster1.xml", "slideMasters/none.xml"),
               ContainsSubstring("master ppt/slideMasters/none.xml is not there"));
    CHECK_THAT(refused(links, "../slideLayouts/slideLayout3.xml", "../slideLayouts/none.xml"),
               ContainsSubstring("a layout that the master"));
    CHECK_THAT(refused(links, "../theme/theme1.xml", "../theme/none.xml"), ContainsSubstring("has no theme"));
    CHECK_THAT(refused(master, "<p:txStyles>", "<p:txStyles"), ContainsSubstring("damaged: ppt/slideMasters/"));
    CHECK_THAT(refused(deck, "<p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>", ""), ContainsSubstring("no master"));
    auto workbook = small_template();
    workbook.at(deck) = small::kHead + "<workbook/>";
    CHECK(read(workbook).why == "it has no presentation");
}
