// For every rule about decks, a good deck is broken in one place, and the audit must find that rule broken there, and
// no other; and what must not be found is not.
#include <algorithm>
#include <functional>
#include <set>

#include "catch.h"
#include "deck_parts.h"
#include "program.h"

using namespace precis;
using namespace precis::test;
using audit::DeckRule;

namespace {

const std::string kOne = "ppt/slides/slide1.xml", kTwo = "ppt/slides/slide2.xml", kTypes = "[Content_Types].xml",
                  kShow = "ppt/presentation.xml", kShowRels = "ppt/_rels/presentation.xml.rels",
                  kOneRels = "ppt/slides/_rels/slide1.xml.rels";

struct Planted {
    DeckRule rule;
    std::size_t slide;
    std::string place, what;  // of the finding: its shape or part, and words of its fault
    std::function<void(DeckParts&)> plant;
    std::set<DeckRule> also = {};
};

std::string repeated(const std::string& words, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += words;
    return out;
}

/// A change in one part.
std::function<void(DeckParts&)> in(const std::string& part, const std::string& from, const std::string& to) {
    return [=](DeckParts& parts) { change(parts, part, from, to); };
}

const std::string kRun = "<a:rPr lang=\"en-GB\"/><a:t>Three";

std::vector<Planted> planted() {
    using enum DeckRule;
    return {
        {part_repeated, 0, kTwo, "twice", [](DeckParts& parts) { parts["PPT/slides/slide2.xml"] = parts[kTwo]; }},
        {xml, 0, kTwo, "", in(kTwo, "</p:sld>", ""), {}},
        {xml,
         0,
         "ppt/theme/theme1.xml",
         "prefix of q:x",
         in("ppt/theme/theme1.xml", "<a:themeElements>", "<a:themeElements><q:x/>"),
         {}},
        {xml, 0, kTwo, "twice", in(kTwo, "<p:cNvPr id=\"3\"", "<p:cNvPr id=\"3\" id=\"4\""), {}},
        {content_type, 0, "ppt/media/image1.png", "no content type",
         in(kTypes, "Extension=\"png\"", "Extension=\"jpg\"")},
        {content_type, 0, "ppt/theme/theme1.xml", "two content types",
         in(kTypes, "</Types>", "<Override PartName=\"/ppt/theme/theme1.xml\" ContentType=\"text/xml\"/></Types>")},
        {part_missing, 0, kOne, "media/image1.png", [](DeckParts& parts) { parts.erase("ppt/media/image1.png"); }},
        {relationship_repeated,
         0,
         kShowRels,
         "rId3 twice",
         in(kShowRels, "Id=\"rId1\"", "Id=\"rId3\""),
         {relationship_missing, slide_unlisted}},
        {relationship_missing, 0, kOne, "r:embed of a:blip is rId9", in(kOne, "r:embed=\"rId2\"", "r:embed=\"rId9\"")},
        {shape_id, 1, "Text", "id 2 of “Title”", in(kOne, "id=\"3\" name=\"Text\"", "id=\"2\" name=\"Text\"")},
        {slide_id, 0, kShow, "256", in(kShow, "id=\"257\"", "id=\"256\"")},
        {slide_id, 0, kShow, "2147483648", in(kShow, "id=\"257\"", "id=\"2147483648\"")},
        {slide_id, 0, "ppt/slideMasters/slideMaster1.xml", "2147483648",
         in("ppt/slideMasters/slideMaster1.xml", "id=\"2147483649\"", "id=\"2147483648\"")},
        {slide_id, 0, kShow, "lists ppt/slides/slide1.xml twice",
         in(kShow, "</p:sldIdLst>", "<p:sldId id=\"258\" r:id=\"rId2\"/></p:sldIdLst>")},
        {slide_unlisted, 0, kTwo, "in no list", in(kShow, "<p:sldId id=\"257\" r:id=\"rId3\"/>", "")},
        {slide_layout,
         2,
         "",
         "no layout",
         in("ppt/slides/_rels/slide2.xml.rels", "/slideLayout\"", "/other\""),
         {text_overflow}},
        {chart_workbook, 0, "ppt/charts/chart1.xml", "without a workbook",
         in("ppt/charts/chart1.xml", "<c:externalData r:id=\"rId1\"/>", "")},
        {title_missing, 2, "", "no title", in(kTwo, "Plans for the next year", " ")},
        {title_repeated, 2, "Title", "that of slide 1",
         in(kTwo, "Plans for the next year", "Results of  the first year")},
        {alternative_missing, 1, "Photo", "the picture has no", in(kOne, " descr=\"Two people at a table\"", "")},
        {alternative_missing, 1, "Chart", "the chart has no",
         in(kOne, "descr=\"What the Chart shows\"", "descr=\" \"")},
        {alternative_missing, 1, "Table", "the table has no", in(kOne, "descr=\"What the Table shows\"", "")},
        {alternative_missing, 1, "Box", "the shape has no", in(kOne, "Box words", "")},
        {alternative_missing, 1, "Pair", "group",
         [](DeckParts& parts) {
             change(parts, kOne, "<p:pic>",
                    "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"20\" name=\"Pair\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
                    "<p:grpSpPr/><p:pic>");
             change(parts, kOne, "</p:pic>", "</p:pic></p:grpSp>");
             change(parts, kOne, " descr=\"Two people at a table\"", "");
         }},
        {text_overflow, 1, "Text", "pt too much",
         in(kOne, "Three projects", repeated("Three projects were taken in. ", 25))},
        {text_overflow, 1, "Box", "lines",
         in(kOne, "Box words", "One</a:t></a:r><a:br/><a:r><a:t>two</a:t></a:r><a:br/><a:r><a:t>three")},
        {contrast, 1, "Text", "#AAAAAA on #FFFFFF, a contrast of 2.32 : 1; at least 3 : 1",
         in(kOne, kRun, "<a:rPr><a:solidFill><a:srgbClr val=\"AAAAAA\"/></a:solidFill></a:rPr><a:t>Three")},
        {contrast, 1, "Text", "at least 4.5 : 1",
         in(kOne, kRun, "<a:rPr sz=\"1600\"><a:solidFill><a:srgbClr val=\"808080\"/></a:solidFill></a:rPr><a:t>Three")},
        {contrast, 1, "Box", "on #1F4E79", in(kOne, "<a:schemeClr val=\"lt1\"/>", "<a:schemeClr val=\"tx1\"/>")},
        {contrast, 1, "Text", "#101010 on #1F3864",
         in(kOne, "<p:cSld>",
            "<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill></p:bgPr></p:bg>")},
        {small_letters, 1, "Text", "8.5 pt", in(kOne, kRun, "<a:rPr sz=\"850\"/><a:t>Three")},
        {font_lacking, 1, "Text", "“Vollkorn”",
         in(kOne, kRun, "<a:rPr><a:latin typeface=\"Vollkorn\"/></a:rPr><a:t>Three")},
    };
}

}  // namespace

TEST_CASE("a deck without faults has no finding, and each rule was put to it", "[audit]") {
    const auto report = audited(good_deck());
    INFO(listed(report));
    CHECK(report.findings.empty());
    CHECK(report.slides == 2);
    CHECK(report.shapes == 8);
    for (std::size_t i = 0; i < audit::kDeckRuleCount; ++i) {
        INFO(audit::to_string(static_cast<DeckRule>(i)));
        CHECK(report.examined[i] > 0);
    }
}

TEST_CASE("each rule about decks finds the fault that is planted", "[audit]") {
    std::set<DeckRule> covered{DeckRule::deck_unreadable};  // below
    for (const auto& one : planted()) {
        covered.insert(one.rule);
        auto parts = good_deck();
        one.plant(parts);
        const auto report = audited(parts);
        INFO("planted: " << audit::to_string(one.rule) << ": " << one.place << ": " << one.what);
        INFO(listed(report));
        const auto hit = std::any_of(report.findings.begin(), report.findings.end(), [&](const auto& found) {
            return found.rule == one.rule && found.slide == one.slide && found.place == one.place &&
                   found.what.find(one.what) != std::string::npos;
        });
        CHECK(hit);
        auto expected = one.also;
        expected.insert(one.rule);
        for (const auto& found : report.findings) CHECK(expected.count(found.rule) == 1);
    }
    for (std::size_t i = 0; i < audit::kDeckRuleCount; ++i) {
        INFO(audit::to_string(static_cast<DeckRule>(i)));
        CHECK(covered.count(static_cast<DeckRule>(i)) == 1);
    }
}

TEST_CASE("what a shape does not say is taken from layout, master and theme", "[audit]") {
    const auto rules_after = [](const std::function<void(DeckParts&)>& plant) {
        auto parts = good_deck();
        plant(parts);
        return listed(audited(parts));
    };
    const std::string layout = "ppt/slideLayouts/slideLayout1.xml", master = "ppt/slideMasters/slideMaster1.xml";
    SECTION("the size of letters") {
        const auto found = rules_after(in(master, "<p:bodyStyle><a:lvl1pPr><a:defRPr sz=\"2000\"",
                                          "<p:bodyStyle><a:lvl1pPr><a:defRPr sz=\"800\""));
        CHECK_THAT(found, ContainsSubstring("small_letters: 1, Text: its smallest letters have 8 pt"));
        CHECK_THAT(found, ContainsSubstring("small_letters: 2, Text"));
    }
    SECTION("a size of the layout wins against the master's") {
        const auto found = rules_after([&](DeckParts& parts) {
            change(parts, master, "<p:bodyStyle><a:lvl1pPr><a:defRPr sz=\"2000\"",
                   "<p:bodyStyle><a:lvl1pPr><a:defRPr sz=\"800\"");
            change(parts, layout, "<a:lstStyle/><a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>Text",
                   "<a:lstStyle><a:lvl1pPr><a:defRPr sz=\"1600\"/></a:lvl1pPr></a:lstStyle><a:p><a:r><a:t>Text");
        });
        CHECK(found.empty());
    }
    SECTION("the box: a low one on the layout is too small") {
        const auto found = rules_after([&](DeckParts& parts) {
            change(parts, layout, "<p:ph idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr></p:spPr>",
                   "<p:ph idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"508000\" y=\"1270000\"/>"
                   "<a:ext cx=\"1270000\" cy=\"381000\"/></a:xfrm></p:spPr>");
        });
        CHECK_THAT(found, ContainsSubstring("text_overflow: 1, Text: its text is 96 pt high and its box has 23 pt"));
    }
    SECTION("the background, through the map of colours") {
        const auto found = rules_after(
            [&](DeckParts& parts) { change(parts, master, "bg1=\"lt1\" tx1=\"dk1\"", "bg1=\"dk1\" tx1=\"dk1\""); });
        CHECK_THAT(
            found,
            ContainsSubstring(
                "contrast: 1, Title: “Results of the first year” is #101010 on #101010, a contrast of 1.00 : 1"));
    }
    SECTION("a theme's colour made lighter") {
        const auto found = rules_after(in(kOne, kRun,
                                          "<a:rPr><a:solidFill><a:schemeClr val=\"accent1\"><a:lumMod val=\"40000\"/>"
                                          "<a:lumOff val=\"60000\"/></a:schemeClr></a:solidFill></a:rPr><a:t>Three"));
        CHECK_THAT(found,
                   ContainsSubstring("contrast: 1, Text: “Three projects were taken in.” is #8DB9E2 on #FFFFFF"));
    }
}

TEST_CASE("autofit, growing boxes and wrapping are honoured", "[audit]") {
    const auto report_of = [](const std::string& body, const std::string& words) {
        auto parts = good_deck();
        change(parts, kOne, "<a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>Box words",
               body + "<a:lstStyle/><a:p><a:r><a:rPr/><a:t>" + words);
        return listed(audited(parts));
    };
    const auto long_words = repeated("words ", 9);  // three lines of 18 pt in a box of 40 pt
    CHECK_THAT(report_of("<a:bodyPr/>", long_words), ContainsSubstring("text_overflow: 1, Box"));
    CHECK(report_of("<a:bodyPr><a:normAutofit fontScale=\"62500\" lnSpcReduction=\"20000\"/></a:bodyPr>", long_words)
              .empty());
    CHECK(report_of("<a:bodyPr><a:spAutoFit/></a:bodyPr>", long_words).empty());
    CHECK_THAT(report_of("<a:bodyPr><a:spAutoFit/></a:bodyPr>", repeated("words ", 60)),
               ContainsSubstring("beyond the slide"));
    CHECK(report_of("<a:bodyPr wrap=\"none\"/>", long_words).empty());
    CHECK_THAT(report_of("<a:bodyPr wrap=\"none\"/>", repeated("words ", 30)), ContainsSubstring("does not wrap"));
    CHECK(report_of("<a:bodyPr lIns=\"0\" rIns=\"0\" tIns=\"0\" bIns=\"0\"/>", "Two lines of it<a:br/>").empty());
    // Superscripts are narrow: 52 of them take two lines, not three.
    const std::string raised = "</a:t></a:r><a:r><a:rPr baseline=\"30000\"/><a:t>" + std::string(52, '2');
    CHECK(report_of("<a:bodyPr/>", "A" + raised).empty());
    CHECK_THAT(report_of("<a:bodyPr/>", "A" + std::string(52, '2')), ContainsSubstring("text_overflow: 1, Box"));
    // Blank lines at the end are not seen, and letters on the insets are not out of the box.
    const std::string blank = "</a:t></a:r><a:br/><a:br/><a:r><a:t>\u00A0</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>";
    CHECK(report_of("<a:bodyPr/>", "One line" + blank).empty());
    CHECK_THAT(report_of("<a:bodyPr/>", "One line" + blank + "and one more"),
               ContainsSubstring("text_overflow: 1, Box"));
    CHECK(report_of("<a:bodyPr tIns=\"190500\" bIns=\"190500\"/>", "One line").empty());
    CHECK_THAT(report_of("<a:bodyPr><a:normAutofit fontScale=\"45000\"/></a:bodyPr>", long_words),
               ContainsSubstring("its smallest letters have 8.1 pt"));
}

TEST_CASE("the ground of a text is what lies behind it; what cannot be told is not judged", "[audit]") {
    const auto behind = [](const std::string& fill, int width) {
        auto parts = good_deck();
        change(parts, kOne, "<p:sp><p:nvSpPr><p:cNvPr id=\"2\"",
               "<p:sp><p:nvSpPr><p:cNvPr id=\"30\" name=\"Panel\" descr=\"A panel\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
               "<p:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"" +
                   std::to_string(width) + "\" cy=\"6858000\"/></a:xfrm>" + fill +
                   "</p:spPr></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"2\"");
        return listed(audited(parts));
    };
    const std::string dark = "<a:solidFill><a:srgbClr val=\"202020\"/></a:solidFill>";
    CHECK_THAT(behind(dark, 9144000), ContainsSubstring("contrast: 1, Title"));
    CHECK(behind(dark, 4000000).find("contrast: 1, Title") == std::string::npos);  // ends inside of the title
    const std::string corner = "<a:lnTo><a:pt x=\"9\" y=\"0\"/></a:lnTo><a:lnTo><a:pt x=\"9\" y=\"9\"/></a:lnTo>";
    const std::string path =
        "<a:custGeom><a:pathLst><a:path w=\"9\" h=\"9\"><a:moveTo><a:pt x=\"0\" y=\"0\"/></a:moveTo>";
    const std::string end = "<a:close/></a:path></a:pathLst></a:custGeom>";
    CHECK(behind(path + corner + end + dark, 9144000).empty());  // a triangle
    const std::string fourth = "<a:lnTo><a:pt x=\"0\" y=\"9\"/></a:lnTo>";
    CHECK_THAT(behind(path + corner + fourth + end + dark, 9144000), ContainsSubstring("contrast: 1, Title"));
    CHECK(behind("<a:gradFill/>", 9144000).empty());
    CHECK(behind("<a:noFill/>", 9144000).empty());
}

TEST_CASE("rows of a table grow with their text, in the letters of tables", "[audit]") {
    const auto with = [](const std::string& words, const std::string& ph) {
        auto parts = good_deck();
        change(parts, "ppt/slideMasters/slideMaster1.xml", "<p:bodyStyle><a:lvl1pPr><a:defRPr sz=\"2000\"",
               "<p:bodyStyle><a:lvl1pPr><a:defRPr sz=\"4000\"");
        change(parts, kOne, "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"508000\"",
               "<p:cNvGraphicFramePr/><p:nvPr>" + ph + "</p:nvPr></p:nvGraphicFramePr><p:xfrm><a:off x=\"508000\"");
        change(parts, kOne, "Cell", words);
        return listed(audited(parts));
    };
    const auto eight_lines = repeated("words and more ", 12);  // of 18 pt, in a column of 200 pt
    CHECK(with(eight_lines, "").empty());
    CHECK(with(eight_lines, "<p:ph idx=\"1\"/>").empty());
    CHECK_THAT(with(repeated(eight_lines, 2), ""), ContainsSubstring("text_overflow: 1, Table: its rows grow"));
}

TEST_CASE("what is decorative, hidden or described with its group needs no words", "[audit]") {
    const std::string bare = "id=\"4\" name=\"Photo\" descr=\"Two people at a table\"/>";
    const auto with = [&](const std::string& about) {
        auto parts = good_deck();
        change(parts, kOne, bare, about);
        return listed(audited(parts));
    };
    CHECK(with("id=\"4\" name=\"Photo\"><a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><d:decorative "
               "xmlns:d=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" "
               "val=\"1\"/></a:ext></a:extLst></p:cNvPr>")
              .empty());
    CHECK(with("id=\"4\" name=\"Photo\" hidden=\"1\"/>").empty());
    CHECK_FALSE(with("id=\"4\" name=\"Photo\"/>").empty());
    auto bare_box = good_deck();
    change(bare_box, kOne, "Box words", "");
    change(bare_box, kOne, "<a:fillRef idx=\"1\">", "<a:fillRef idx=\"0\">");
    CHECK(listed(audited(bare_box)).empty());  // nothing of it is seen
}

TEST_CASE("a font that the file embeds is not lacking", "[audit]") {
    auto parts = good_deck();
    change(parts, kOne, kRun, "<a:rPr><a:latin typeface=\"Vollkorn\"/></a:rPr><a:t>Three");
    change(parts, kShow, "<p:notesSz",
           "<p:embeddedFontLst><p:embeddedFont><p:font "
           "typeface=\"Vollkorn\"/></p:embeddedFont></p:embeddedFontLst><p:notesSz");
    CHECK(listed(audited(parts)).empty());
}

TEST_CASE("a deck whose prefixes are others is read alike", "[audit]") {
    auto parts = good_deck();
    auto& slide = parts[kTwo];
    for (const auto& [from, to] : {std::pair{"<p:", "<x:"}, {"</p:", "</x:"}, {"xmlns:p=", "xmlns:x="}})
        for (std::size_t at = 0; (at = slide.find(from, at)) != std::string::npos;)
            slide.replace(at, std::string(from).size(), to), at += std::string(to).size();
    CHECK(listed(audited(parts)).empty());
    change(parts, kTwo, "Plans for the next year", "");
    CHECK_THAT(listed(audited(parts)), ContainsSubstring("title_missing: 2"));
}

TEST_CASE("a file that is no deck is said to be none", "[audit]") {
    const Folder folder("deck");
    const auto said = [&](const std::string& bytes) {
        const auto report = audit::audit_deck(folder.write("deck.pptx", bytes), deck_fonts());
        REQUIRE(report.findings.size() == 1);
        CHECK(report.findings.front().rule == DeckRule::deck_unreadable);
        return report.findings.front().what;
    };
    CHECK(said("") == "it is empty");
    CHECK(said("hello") == "it is not a ZIP archive, as a deck is");
    CHECK(said("%PDF-1.7") == "it is a PDF, which precis check --pdf reads");
    CHECK(said("\xD0\xCF\x11\xE0 and more") == "it is a deck of the older format .ppt, or it has a password");
    CHECK(said(zipped({{"a.txt", "a"}})) == "it is an archive, but no Office file: it has no [Content_Types].xml");
    auto book = good_deck();
    change(book, kTypes, "presentationml.presentation.main", "spreadsheetml.sheet.main");
    change(book, kShow, "<p:presentation", "<p:workbook");
    change(book, kShow, "</p:presentation", "</p:workbook");
    CHECK(said(zipped(book)) == "it is a workbook");
}

TEST_CASE("damaged and hostile decks are refused or read, and end", "[audit]") {
    const Folder folder("deck");
    const auto bytes = zipped(good_deck());
    for (std::size_t at = 0; at < bytes.size(); at += 97) {
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
        (void)audit::audit_deck(folder.write("deck.pptx", damaged), {});
        (void)audit::audit_deck(folder.write("deck.pptx", bytes.substr(0, at)), {});
    }
    auto deep = good_deck();
    change(deep, kTwo, "</p:spTree>", repeated("<p:grpSp>", 100000) + repeated("</p:grpSp>", 100000) + "</p:spTree>");
    CHECK_THAT(listed(audited(deep)), ContainsSubstring("xml: 0, ppt/slides/slide2.xml: it has more than 256 levels"));
    auto large = good_deck();
    change(large, kTwo, "</p:spTree>", std::string(140'000'000, ' ') + "</p:spTree>");
    CHECK_THAT(listed(audited(large)), ContainsSubstring("raise it with --limit part-bytes="));
    auto many = good_deck();
    change(many, kTwo, "</p:spTree>", repeated("<p:pic/>", 1000) + "</p:spTree>");
    const auto report = audited(many);
    CHECK(report.findings.size() < 600);
    CHECK(report.left_out[static_cast<std::size_t>(DeckRule::alternative_missing)] == 800);
}

TEST_CASE("check --pptx prints findings as check --pdf does", "[audit]") {
    const Folder folder("deck");
    const std::map<std::string, std::string> environment{{"PRECIS_DATA", PRECIS_SOURCE_DIR}};
    const auto check = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {precis_program(), "check", "--pptx"});
        return run(words, folder.path(), environment);
    };
    write_file(folder.path() / "good.pptx", zipped(good_deck()));
    auto parts = good_deck();
    change(parts, kOne, " descr=\"Two people at a table\"", "");
    write_file(folder.path() / "bad.pptx", zipped(parts));
    const auto good = check({"good.pptx"});
    CHECK(good.exit_code == 0);
    CHECK(good.err == "good.pptx: no fault found in 2 slides with 8 shapes\n");
    const auto bad = check({"good.pptx", "bad.pptx"});
    CHECK(bad.exit_code == 1);
    CHECK_THAT(bad.err,
               ContainsSubstring("bad.pptx:1:1: error: slide 1, “Photo”: the picture has no alternative text (rule "
                                 "alternative_missing) [deck_faulty]\n"));
    const auto json = check({"bad.pptx", "--message-format", "json"});
    CHECK(json.exit_code == 1);
    CHECK(json.err.empty());
    CHECK_THAT(json.out, StartsWith(R"({"code":"deck_faulty","severity":"error")"));
    CHECK_THAT(check({"good.pptx", "--rules"}).out,
               ContainsSubstring("good.pptx: title_missing                 2  each slide has a title\n"));
    const auto missing = check({"none.pptx"});
    CHECK(missing.exit_code == 1);
    CHECK_THAT(missing.err, ContainsSubstring("[file_not_found]"));
    CHECK(check({}).exit_code == 2);
    CHECK(check({"good.pptx", "--pdf", "a.pdf"}).exit_code == 2);
}

TEST_CASE("the samples' decks are whole, and their texts fit and can be read", "[audit]") {
    const Folder folder("deck");
    std::size_t texts = 0;
    for (const auto& [sample, output] :
         {std::pair<std::string, std::string>{"conference-europe-2026", "deck"}, {"foundation-2025", "talk"}}) {
        const auto ran = run({precis_program(), "build", "samples/" + sample + "/briefing.yaml", "--output", output,
                              "--format", "pptx", "-o", folder.path().string()},
                             PRECIS_SOURCE_DIR, {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
        if (entry.path().extension() != ".pptx") continue;
        const auto report = audit::audit_deck(entry.path(), deck_fonts());
        INFO(entry.path() << "\n" << listed(report));
        for (const auto& found : report.findings)
            CHECK((found.rule == DeckRule::alternative_missing || found.rule == DeckRule::font_lacking));
        texts += report.examined_for(DeckRule::text_overflow);
    }
    CHECK(texts > 300);
}
