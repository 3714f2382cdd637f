// Decks edited in their XML as PowerPoint writes it, then refreshed with the next month's numbers: what a person has
// changed stays, everything else says what the briefing says now.
#include <functional>
#include <regex>

#include "catch.h"
#include "shop_deck.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const std::string kClients = "Text 9 (findings)", kReturn = "Text 11 (findings)", kOnline = "Text 13 (findings)",
                  kPoints = "Text 13 (channels/fig:orders)", kOrders = "Chart 10 (channels/fig:orders)",
                  kLines = "Chart 10 (lines/fig:lines)", kSlope = "Drawing 10 (drawn/fig:slope)",
                  kMonths = "Table 10 (months/tab:months)";
const std::string kNewClients = "More clients\n940 people bought at least once, in 12 shops.1";
const std::string kNewOnline = "Mar 26 40; Apr 26 44; May 26 48; Jun 26 52; Jul 26 61";
const std::string kNewCounter = "Mar 26 60; Apr 26 58; May 26 57; Jun 26 55; Jul 26 51";
const std::string kNewCells =
    "Month | Online | Counter | Both\nMarch 2026 | 40 | 60 | 100\nApril 2026 | 44 | 58 | 102\n"
    "May 2026 | 48 | 57 | 105\nJune 2026 | 52 | 55 | 107\nJuly 2026 | 61 | 51 | 112\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("no “" + from + "” in " + text.substr(0, 300));
    return text.replace(at, from.size(), to);
}

/// An edit of a shape's own XML.
std::function<void(EditedDeck&)> in_shape(const std::string& name, const std::string& from, const std::string& to) {
    return [=](EditedDeck& deck) {
        const auto before = deck.shape(name);
        deck.change(deck.slide_saying(name), before, replaced(before, from, to));
    };
}

/// Edits the deck of June, refreshes it with the numbers of July, and looks at the result.
struct Case {
    std::string what;
    std::function<void(EditedDeck&)> edit;
    std::function<void(const EditedDeck&, const std::string&)> look;  // the new deck, the report
};

void check_updated(const EditedDeck& deck, const std::string& report) {
    CHECK(deck.words_of(kClients) == kNewClients);
    CHECK(deck.values(deck.chart_in(kOrders), 0) == kNewOnline);
    CHECK(deck.values(deck.chart_in(kOrders), 1) == kNewCounter);
    CHECK(deck.cells(kMonths) == kNewCells);
    CHECK_THAT(report, ContainsSubstring("clients: 820 → 940"));
    CHECK_THAT(report, ContainsSubstring(" 0 left, 0 gone, 0 new"));
}

/// The fills of a table's cells below its header.
std::vector<std::string> tints(const std::string& frame) {
    pugi::xml_document document;
    REQUIRE(document.load_string(frame.c_str()));
    std::vector<std::string> out;
    for (const auto& fill : document.select_nodes("//a:tr[position()>1]/a:tc/a:tcPr/a:solidFill/a:srgbClr"))
        out.push_back(fill.node().attribute("val").value());
    return out;
}

const std::string kRun820 = "<a:t>820</a:t>";

std::vector<Case> cases() {
    return {
        {"nothing", [](EditedDeck&) {}, check_updated},
        {"a run is divided, with marks of the spelling",
         [](EditedDeck& deck) {
             const auto shape = deck.shape(kClients);
             static const std::regex kRun("<a:r>(<a:rPr [^>]*>((?!</a:r>).)*</a:rPr>)<a:t>820</a:t></a:r>");
             const auto divided =
                 std::regex_replace(shape, kRun, "<a:r>$1<a:t>8</a:t></a:r><a:r>$1<a:t>20</a:t></a:r>");
             REQUIRE(divided != shape);
             deck.change(deck.slide_saying(kClients), shape,
                         replaced(divided, "lang=\"en-GB\"", "lang=\"en-GB\" err=\"1\" dirty=\"0\""));
         },
         check_updated},
        {"paragraphs end with properties of their own",
         in_shape(kClients, "</a:r></a:p></p:txBody>",
                  "</a:r><a:endParaRPr lang=\"en-GB\" sz=\"1700\" dirty=\"0\"/></a:p></p:txBody>"),
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK_THAT(deck.shape(kClients), ContainsSubstring("</a:r><a:endParaRPr lang=\"en-GB\" sz=\"1700\""));
         }},
        {"relationships have other ids",
         [](EditedDeck& deck) {
             const auto slide = deck.slide_saying(kOrders);
             const auto rels = "ppt/slides/_rels/" + fs::path(slide).filename().string() + ".rels";
             for (auto* part : {&deck.parts.at(slide), &deck.parts.at(rels)})
                 *part = std::regex_replace(*part, std::regex("\"rId(\\d+)\""), "\"rId7$1\"");
             auto& show = deck.parts.at("ppt/presentation.xml");
             auto& links = deck.parts.at("ppt/_rels/presentation.xml.rels");
             for (auto* part : {&show, &links})
                 *part = std::regex_replace(*part, std::regex("\"rId(\\d+)\""), "\"rId4$1\"");
         },
         check_updated},
        {"slides have another order",
         [](EditedDeck& deck) {
             deck.change("ppt/presentation.xml", "<p:sldId id=\"257\" r:id=\"rId4\"/>", "");
             deck.change("ppt/presentation.xml", "</p:sldIdLst>", "<p:sldId id=\"257\" r:id=\"rId4\"/></p:sldIdLst>");
         },
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK(deck.slides().back() == "ppt/slides/slide2.xml");
             CHECK_THAT(report, ContainsSubstring("slide 10, " + kClients + ", clients: 820 → 940"));
         }},
        {"a text is deleted",
         [](EditedDeck& deck) { deck.change(deck.slide_saying(kClients), deck.shape(kClients), ""); },
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.words_of(kClients) == "(no such shape)");
             CHECK_THAT(report, ContainsSubstring("gone      slide 2, " + kClients));
             CHECK_THAT(report, ContainsSubstring(" 0 left, 1 gone, 0 new"));
         }},
        {"a slide is deleted",
         [](EditedDeck& deck) {
             deck.change("ppt/presentation.xml", "<p:sldId id=\"257\" r:id=\"rId4\"/>", "");
             deck.parts.erase("ppt/slides/slide2.xml");
             deck.parts.erase("ppt/slides/_rels/slide2.xml.rels");
             deck.change("[Content_Types].xml",
                         "<Override PartName=\"/ppt/slides/slide2.xml\" "
                         "ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.slide+xml\"/>",
                         "");
             auto& rels = deck.parts.at("ppt/_rels/presentation.xml.rels");
             rels = std::regex_replace(rels, std::regex("<Relationship Id=\"rId4\"[^>]*/>"), "");
         },
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.slides().size() == 9);
             CHECK(deck.words_of(kClients) == "(no such shape)");
             CHECK_THAT(report, ContainsSubstring("gone      “findings”"));
             CHECK_THAT(report, ContainsSubstring(" 0 left, 1 gone, 0 new"));
         }},
        {"a text is moved and its box made wider",
         in_shape(kClients, "<a:off x=\"533400\" y=\"1485900\"/><a:ext cx=\"7349067\"",
                  "<a:off x=\"640000\" y=\"1700000\"/><a:ext cx=\"7300000\""),
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK_THAT(deck.shape(kClients),
                        ContainsSubstring("<a:off x=\"640000\" y=\"1700000\"/><a:ext cx=\"7300000\""));
         }},
        {"a number is made bold and red",
         [](EditedDeck& deck) {
             const auto shape = deck.shape(kClients);
             const auto at = shape.rfind("<a:rPr", shape.find(kRun820));
             auto head = shape.substr(0, at), tail = shape.substr(at);
             tail = replaced(replaced(tail, "b=\"0\"", "b=\"1\""), "14202B", "FF0000");
             deck.change(deck.slide_saying(kClients), shape, head + tail);
         },
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             const auto shape = deck.shape(kClients);
             const auto at = shape.rfind("<a:rPr", shape.find("<a:t>940</a:t>"));
             const auto look = shape.substr(at, shape.find("<a:t>940</a:t>") - at);
             CHECK_THAT(look, ContainsSubstring("b=\"1\""));
             CHECK_THAT(look, ContainsSubstring("FF0000"));
             CHECK_THAT(shape, ContainsSubstring("<a:t> people bought at least once, in </a:t>"));
         }},
        {"a sentence is reworded around its numbers",
         [](EditedDeck& deck) {
             in_shape(kClients, " people bought at least once, in ", " people were with us this year, in all ")(deck);
         },
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.words_of(kClients) == "More clients\n940 people were with us this year, in all 12 shops.1");
             CHECK_THAT(report, ContainsSubstring("updated   slide 2, " + kClients + ", clients: 820 → 940"));
             CHECK_THAT(report, ContainsSubstring(" 0 left, 0 gone, 0 new"));
         }},
        {"a sentence loses its number", in_shape(kClients, kRun820, "<a:t>Many</a:t>"),
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.words_of(kClients) == "More clients\nMany people bought at least once, in 12 shops.1");
             CHECK_THAT(report, ContainsSubstring("left      slide 2, " + kClients + ", clients: 820 → 940"));
             CHECK_THAT(report, ContainsSubstring(" 1 left, 0 gone, 0 new"));
         }},
        {"a number is overwritten by hand", in_shape(kClients, kRun820, "<a:t>821</a:t>"),
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.words_of(kClients) == "More clients\n821 people bought at least once, in 12 shops.1");
             CHECK_THAT(report, ContainsSubstring("left      slide 2, " + kClients + ", clients: 820 → 940"));
         }},
        {"a paragraph is added to a text",
         in_shape(kClients, "</a:p></p:txBody>",
                  "</a:p><a:p><a:r><a:rPr lang=\"en-GB\" sz=\"1700\"/><a:t>Said by hand, of "
                  "12.</a:t></a:r></a:p></p:txBody>"),
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.words_of(kClients) == kNewClients + "\nSaid by hand, of 12.");
             CHECK_THAT(report, ContainsSubstring("clients: 820 → 940"));
         }},
        {"a slide is duplicated",
         [](EditedDeck& deck) {
             deck.parts["ppt/slides/slide77.xml"] = deck.parts.at("ppt/slides/slide2.xml");
             deck.parts["ppt/slides/_rels/slide77.xml.rels"] = deck.parts.at("ppt/slides/_rels/slide2.xml.rels");
             deck.change(
                 "[Content_Types].xml", "</Types>",
                 "<Override PartName=\"/ppt/slides/slide77.xml\" "
                 "ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.slide+xml\"/></Types>");
             deck.change("ppt/_rels/presentation.xml.rels", "</Relationships>",
                         "<Relationship Id=\"rId77\" "
                         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide\" "
                         "Target=\"slides/slide77.xml\"/></Relationships>");
             deck.change("ppt/presentation.xml", "</p:sldIdLst>", "<p:sldId id=\"777\" r:id=\"rId77\"/></p:sldIdLst>");
         },
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK_THAT(deck.parts.at("ppt/slides/slide77.xml"), ContainsSubstring("<a:t>940</a:t>"));
             CHECK_THAT(report, ContainsSubstring("slide 11, " + kClients + ", clients: 820 → 940"));
         }},
        {"a text box is added",
         [](EditedDeck& deck) {
             deck.change("ppt/slides/slide2.xml", "</p:spTree>",
                         "<p:sp><p:nvSpPr><p:cNvPr id=\"99\" name=\"TextBox 98\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/>"
                         "</p:nvSpPr><p:spPr><a:xfrm><a:off x=\"533400\" y=\"5900000\"/><a:ext cx=\"3000000\" "
                         "cy=\"300000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>"
                         "<a:bodyPr wrap=\"square\"/><a:lstStyle/><a:p><a:r><a:rPr lang=\"en-GB\" sz=\"1200\"/>"
                         "<a:t>820 of them by hand</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>");
         },
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK(deck.words_of("TextBox 98") == "820 of them by hand");
         }},
        {"a slide has another layout",
         [](EditedDeck& deck) {
             auto& rels = deck.parts.at("ppt/slides/_rels/slide2.xml.rels");
             rels = std::regex_replace(rels, std::regex("slideLayout\\d+\\.xml"), "slideLayout3.xml");
         },
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK_THAT(deck.parts.at("ppt/slides/_rels/slide2.xml.rels"), ContainsSubstring("slideLayout3.xml"));
         }},
        {"notes are edited",
         [](EditedDeck& deck) { deck.change("ppt/notesSlides/notesSlide5.xml", "Begin with", "Open with"); },
         [](const EditedDeck& deck, const std::string& report) {
             CHECK_THAT(deck.parts.at("ppt/notesSlides/notesSlide5.xml"),
                        ContainsSubstring("Open with the 52 orders of the last month."));
             CHECK_THAT(report,
                        ContainsSubstring("left      slide 5, Notes: Open with the 52 orders of the last month. → "
                                          "Begin with the 61 orders of the last month."));
         }},
        {"a shape is named anew", in_shape(kClients, "name=\"" + kClients + "\"", "name=\"First finding\""),
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.words_of("First finding") == kNewClients);
             CHECK_THAT(report, ContainsSubstring("slide 2, First finding, clients: 820 → 940"));
             CHECK_THAT(report, ContainsSubstring(" 0 left, 0 gone, 0 new"));
         }},
        {"a text is cut and pasted on another slide",
         [](EditedDeck& deck) {
             auto shape = deck.shape(kReturn);
             deck.change("ppt/slides/slide2.xml", shape, "");
             shape = std::regex_replace(shape, std::regex("<a:hlinkClick .*?</a:hlinkClick>"), "");
             deck.change("ppt/slides/slide3.xml", "</p:spTree>",
                         replaced(shape, "id=\"11\"", "id=\"88\"") + "</p:spTree>");
         },
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.slide_saying(kReturn) == "ppt/slides/slide3.xml");
             CHECK(deck.words_of(kReturn) == "They return\n46% of clients came a second time.1");
             CHECK_THAT(report, ContainsSubstring("slide 3, " + kReturn + ", reach: 43% → 46%"));
             CHECK_THAT(report, ContainsSubstring(" 0 left, 0 gone, 0 new"));
         }},
        {"a chart has another colour",
         [](EditedDeck& deck) {
             auto& chart = deck.parts.at("ppt/charts/chart1.xml");
             const auto at = chart.find("srgbClr val=\"", chart.find("<c:ser>"));
             chart.replace(at + 13, 6, "AB12CD");
         },
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK_THAT(deck.parts.at("ppt/charts/chart1.xml"), ContainsSubstring("AB12CD"));
             CHECK_THAT(deck.parts.at("ppt/charts/chart1.xml"), ContainsSubstring("<c:f>Sheet1!$B$2:$B$6</c:f>"));
         }},
        {"a chart has a title and an axis of its own",
         [](EditedDeck& deck) {
             deck.change("ppt/charts/chart1.xml", "<c:chart>",
                         "<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>By hand</a:t></a:r></a:p></c:rich>"
                         "</c:tx><c:overlay val=\"0\"/></c:title>");
             deck.change("ppt/charts/chart1.xml", "<c:autoTitleDeleted val=\"1\"/>", "<c:autoTitleDeleted val=\"0\"/>");
         },
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK_THAT(deck.parts.at("ppt/charts/chart1.xml"), ContainsSubstring("<a:t>By hand</a:t>"));
         }},
        {"a chart's data are edited",
         [](EditedDeck& deck) { deck.change("ppt/charts/chart1.xml", "<c:v>44</c:v>", "<c:v>45</c:v>"); },
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.values("ppt/charts/chart1.xml", 0) == "Mar 26 40; Apr 26 45; May 26 47; Jun 26 52");
             CHECK(deck.values("ppt/charts/chart2.xml", 0) == kNewOnline);
             CHECK_THAT(report, ContainsSubstring("left      slide 5, " + kOrders + " (its data were edited)"));
             CHECK_THAT(report, ContainsSubstring(" 1 left, 0 gone, 0 new"));
         }},
        {"a chart is scaled",
         [](EditedDeck& deck) {
             auto shape = deck.shape(kLines);
             const auto changed =
                 std::regex_replace(shape, std::regex("<a:off x=\"\\d+\" y=\"(\\d+)\"/><a:ext cx=\"\\d+\""),
                                    "<a:off x=\"777777\" y=\"$1\"/><a:ext cx=\"7000000\"");
             deck.change(deck.slide_saying(kLines), shape, changed);
         },
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK(deck.values("ppt/charts/chart2.xml", 1) == kNewCounter);
             CHECK_THAT(deck.shape(kLines), ContainsSubstring("<a:off x=\"777777\""));
             CHECK_THAT(deck.shape(kLines), ContainsSubstring("cx=\"7000000\""));
         }},
        {"a row is added to a table",
         [](EditedDeck& deck) {
             const auto shape = deck.shape(kMonths);
             const auto begin = shape.rfind("<a:tr "), end = shape.rfind("</a:tr>") + 7;
             auto row = replaced(shape.substr(begin, end - begin), "<a:t>June 2026</a:t>", "<a:t>By hand</a:t>");
             deck.change(deck.slide_saying(kMonths), shape, shape.substr(0, end) + row + shape.substr(end));
         },
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.cells(kMonths) ==
                   "Month | Online | Counter | Both\nMarch 2026 | 40 | 60 | 100\n"
                   "April 2026 | 44 | 58 | 102\nMay 2026 | 48 | 57 | 105\n"
                   "June 2026 | 52 | 55 | 107\nJuly 2026 | 61 | 51 | 112\nBy hand | 52 | 55 | 107\n");
             CHECK_THAT(report, ContainsSubstring("May 2026 · Online: 47 → 48"));
             // The new row has tints of its own, so those of the numbers stay with whoever drew it.
             CHECK_THAT(report, ContainsSubstring("its cells have other tints now, and some were changed by hand"));
             CHECK_THAT(report, ContainsSubstring(" 1 left, 0 gone, 0 new"));
         }},
        {"a row is deleted from a table",
         [](EditedDeck& deck) {
             const auto shape = deck.shape(kMonths);
             const auto at = shape.find("<a:t>May 2026</a:t>");
             const auto begin = shape.rfind("<a:tr ", at), end = shape.find("</a:tr>", at) + 7;
             deck.change(deck.slide_saying(kMonths), shape, shape.substr(0, begin) + shape.substr(end));
         },
         [](const EditedDeck& deck, const std::string&) {
             CHECK(deck.cells(kMonths) ==
                   "Month | Online | Counter | Both\nMarch 2026 | 40 | 60 | 100\n"
                   "April 2026 | 44 | 58 | 102\nJune 2026 | 52 | 55 | 107\n"
                   "July 2026 | 61 | 51 | 112\n");
         }},
        {"a cell is edited, another one restyled",
         [](EditedDeck& deck) {
             in_shape(kMonths, "<a:t>47</a:t>", "<a:t>about 47</a:t>")(deck);
             const auto shape = deck.shape(kMonths);
             const auto at = shape.rfind("b=\"0\"", shape.find("<a:t>104</a:t>"));
             deck.change(deck.slide_saying(kMonths), shape, shape.substr(0, at) + "b=\"1\"" + shape.substr(at + 5));
         },
         [](const EditedDeck& deck, const std::string& report) {
             CHECK_THAT(deck.cells(kMonths), ContainsSubstring("May 2026 | about 47 | 57 | 105\n"));
             CHECK_THAT(report,
                        ContainsSubstring("left      slide 8, " + kMonths + ", May 2026 · Online: about 47 → 48"));
             const auto shape = deck.shape(kMonths);
             const auto at = shape.rfind("<a:rPr", shape.find("<a:t>105</a:t>"));
             CHECK_THAT(shape.substr(at, 60), ContainsSubstring("b=\"1\""));
         }},
        {"a column is deleted from a table",
         [](EditedDeck& deck) {
             const auto shape = deck.shape(kMonths);
             pugi::xml_document document;
             REQUIRE(document.load_string(shape.c_str(), pugi::parse_full));
             for (const auto& row : document.select_nodes("//a:tr")) {
                 auto cells = row.node().select_nodes("a:tc");
                 row.node().remove_child(cells[2].node());
             }
             const auto grid = document.select_node("//a:tblGrid").node();
             auto columns = grid.select_nodes("a:gridCol");
             pugi::xml_node(grid).remove_child(columns[2].node());
             std::ostringstream out;
             document.document_element().print(out, "", pugi::format_raw);
             deck.change(deck.slide_saying(kMonths), shape, out.str());
         },
         [](const EditedDeck& deck, const std::string&) {
             CHECK(deck.cells(kMonths) ==
                   "Month | Online | Both\nMarch 2026 | 40 | 100\nApril 2026 | 44 | 102\n"
                   "May 2026 | 48 | 105\nJune 2026 | 52 | 107\nJuly 2026 | 61 | 112\n");
         }},
        {"a drawing is moved and scaled",
         [](EditedDeck& deck) {
             const auto shape = deck.shape(kSlope);
             static const std::regex kPlace(
                 "<a:off x=\"(\\d+)\" y=\"(\\d+)\"/><a:ext cx=\"(\\d+)\" cy=\"(\\d+)\"/><a:chOff");
             std::smatch found;
             REQUIRE(std::regex_search(shape, found, kPlace));
             const auto half = [&](int group) { return std::to_string(std::stol(found[group].str()) / 2); };
             deck.change(
                 deck.slide_saying(kSlope), found[0].str(),
                 "<a:off x=\"900000\" y=\"1500000\"/><a:ext cx=\"" + half(3) + "\" cy=\"" + half(4) + "\"/><a:chOff");
         },
         [](const EditedDeck& deck, const std::string& report) {
             const auto shape = deck.shape(kSlope);
             CHECK_THAT(shape, ContainsSubstring("<a:off x=\"900000\" y=\"1500000\"/>"));
             CHECK_THAT(shape, ContainsSubstring("<a:t>61 Online</a:t>"));
             CHECK_THAT(shape, !ContainsSubstring("52 Online"));
             CHECK_THAT(report, ContainsSubstring("updated   slide 7, " + kSlope + " (drawn anew)"));
         }},
        {"a shape inside a drawing is coloured",
         [](EditedDeck& deck) {
             const auto shape = deck.shape(kSlope);
             const auto at = shape.find("srgbClr val=\"", shape.find("<p:sp>"));
             deck.change(deck.slide_saying(kSlope), shape, shape.substr(0, at + 13) + "AB12CD" + shape.substr(at + 19));
         },
         [](const EditedDeck& deck, const std::string& report) {
             CHECK_THAT(deck.shape(kSlope), ContainsSubstring("AB12CD"));
             CHECK_THAT(deck.shape(kSlope), ContainsSubstring("<a:t>52 Online</a:t>"));
             CHECK_THAT(report,
                        ContainsSubstring("left      slide 7, " + kSlope + " (what is drawn in it was edited)"));
         }},
        {"an alternative text is written by hand",
         [](EditedDeck& deck) {
             const auto shape = deck.shape(kOrders);
             deck.change(deck.slide_saying(kOrders), shape,
                         std::regex_replace(shape, std::regex("descr=\"[^\"]*\""), "descr=\"By hand\""));
         },
         [](const EditedDeck& deck, const std::string& report) {
             CHECK_THAT(deck.shape(kOrders), ContainsSubstring("descr=\"By hand\""));
             CHECK(deck.values("ppt/charts/chart1.xml", 0) == kNewOnline);
             CHECK_THAT(line_with(report, "alternative text"), StartsWith("  left      slide 5, " + kOrders));
         }},
        {"a slide is hidden, and comes in with an effect",
         [](EditedDeck& deck) {
             deck.change("ppt/slides/slide2.xml", "<p:sld ", "<p:sld show=\"0\" ");
             deck.change("ppt/slides/slide2.xml", "</p:clrMapOvr>", "</p:clrMapOvr><p:timing/>");
         },
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK_THAT(deck.parts.at("ppt/slides/slide2.xml"), ContainsSubstring("<p:sld show=\"0\" "));
             CHECK_THAT(deck.parts.at("ppt/slides/slide2.xml"), ContainsSubstring("<p:timing/>"));
         }},
    };
}

}  // namespace

TEST_CASE("decks that were edited in PowerPoint's XML keep the edits and take new numbers", "[decks]") {
    const ShopDeck shop;
    const auto june = shop.built("june.pptx");
    shop.next_month();
    int number = 0;
    for (const auto& one : cases()) {
        INFO(one.what);
        EditedDeck deck(june);
        one.edit(deck);
        const auto file = shop.path() / ("edited-" + std::to_string(++number) + ".pptx");
        deck.save(file);
        const auto ran = shop.refresh(file);
        INFO(ran.out << ran.err);
        const EditedDeck after(shop.refreshed(file));
        one.look(after, ran.out);
        // The record is new, too: nothing is left to do.
        shop.refresh_again(shop.refreshed(file));
    }
    CHECK(number >= 25);
    // What nobody has edited looks as in a new build: also the tints of cells.
    const EditedDeck fresh(shop.built("july.pptx")), refreshed(shop.path() / "new-edited-1.pptx");
    CHECK(tints(refreshed.shape(kMonths)).size() == 5);
    CHECK(tints(refreshed.shape(kMonths)) == tints(fresh.shape(kMonths)));
    CHECK(tints(refreshed.shape(kMonths)) != tints(EditedDeck(june).shape(kMonths)));
}
