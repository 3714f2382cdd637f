// One page for each rule of layout, as text. A change of a rule shows as a change of its file in golden/, which begins
// with the sentence of what must be seen.
//
// PRECIS_ACCEPT=NAME (or `all`) takes the page as it is now: read the difference first.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>

#include "documents.h"
#include "house.h"
#include "page_dump.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

/// A layout of the house with a small page and some of its parts, without head and foot.
style::Layout small(const std::string& name, base::Size page, const std::vector<std::string>& parts) {
    auto layout = layout_named(name);
    layout.page = page;
    std::erase_if(layout.parts, [&](const auto& rule) {
        return std::find(parts.begin(), parts.end(), vocabulary::name_of(rule.part)) == parts.end();
    });
    layout.header = layout.footer = {};
    return layout;
}

/// Text in two columns below the chapter's heading: five lines of text on a page of 234 points.
style::Layout two_columns(double page_height = 234) {
    auto layout = small("data-report", {480, page_height}, {"sections"});
    layout.parts.front().arrange = style::Arrange::flow;
    return layout;
}

scene::Page page_of(const doc::Document& document, const style::Layout& layout, std::size_t number) {
    const auto pages = composed(document, layout).pages;
    REQUIRE(pages.size() >= number);
    return pages[number - 1];
}

doc::Exhibit chart_of(const std::string& id, double height) {
    auto result = exhibit("fig:" + id, "Title of " + id, chart("column", {3, 5, 4}));
    result.number = "Figure " + id;
    result.height = height;
    result.alternative = "The chart " + id;
    return result;
}

doc::Document text(const std::vector<std::pair<std::string, int>>& paragraphs) {
    auto chapter = section("chapter", "Chapter");
    for (const auto& [word, count] : paragraphs) chapter.body.push_back(paragraph(counted(word, count)));
    return document("Document", std::move(chapter));
}

scene::Page columns_break() {
    return page_of(text({{"rain", 22}, {"snow", 22}, {"hail", 22}, {"fog", 40}}), two_columns(), 1);
}

/// Two sections of text with a chart each, in the research note's blocks.
scene::Page blocks() {
    auto layout = small("research-note", {595.28, 480}, {"sections"});
    auto one = section("one", "First section"), two = section("two", "Second section");
    one.body.push_back(paragraph(counted("rain", 30)));
    add_exhibit(one, chart_of("1", 80));
    two.body.push_back(paragraph(counted("snow", 30)));
    add_exhibit(two, chart_of("2", 80));
    auto made = document("Document", std::move(one));
    made.sections.push_back(std::move(two));
    return page_of(made, layout, 1);
}

/// A chapter with two charts, in the data report's pairs.
scene::Page pairs() {
    auto chapter = section("chapter", "Chapter");
    chapter.body.push_back(paragraph(counted("rain", 20)));
    add_exhibit(chapter, chart_of("1", 80));
    chapter.body.push_back(paragraph(counted("snow", 24)));
    add_exhibit(chapter, chart_of("2", 80));
    return page_of(document("Document", std::move(chapter)), small("data-report", {595.28, 480}, {"sections"}), 1);
}

scene::Page columns_balanced() {
    return page_of(text({{"rain", 20}, {"snow", 20}}), two_columns(), 1);
}

scene::Page columns_level() {
    auto report = text({{"rain", 25}});
    auto& chapter = report.sections[0];
    add_exhibit(chapter, chart_of("1", 60));
    chapter.body.push_back(paragraph(counted("snow", 120)));
    return page_of(report, two_columns(400), 1);
}

scene::Page float_moves() {
    auto report = text({{"rain", 30}});
    auto& chapter = report.sections[0];
    add_exhibit(chapter, chart_of("1", 60));
    for (const char* word : {"snow", "hail"}) chapter.body.push_back(paragraph(counted(word, 30)));
    return page_of(report, two_columns(350), 1);
}

scene::Page exhibit_over_all_columns() {
    auto report = text({{"rain", 30}});
    auto& chapter = report.sections[0];
    add_exhibit(chapter, chart_of("1", 40));
    chapter.exhibits[0].width = vocabulary::Width::full;
    chapter.body.push_back(paragraph(counted("snow", 30)));
    return page_of(report, two_columns(430), 1);
}

scene::Page side_notes() {
    auto report = text({{"rain", 40}, {"snow", 40}});
    auto& chapter = report.sections[0];
    chapter.takeaway = words("It rains more");
    chapter.asides.push_back({words("Rain"), {paragraph("Water from clouds.")}});
    return page_of(report, small("research-note", {480, 290}, {"sections"}), 1);
}

scene::Page footnotes() {
    auto report = text({{"rain", 20}});
    report.sections[0].body.push_back(paragraph(marked("Snow", 0)));
    report.sections[0].body.push_back(paragraph(marked("Hail", 1)));
    for (const char* word : {"fog", "dew"}) report.sections[0].body.push_back(paragraph(counted(word, 30)));
    report.footnotes = {{paragraph("Frozen rain.")}, {paragraph("Rain in lumps.")}};
    return page_of(report, two_columns(290), 1);
}

scene::Page table_second_page() {
    auto towns = table("Town", "Days");
    add_group(towns, "North");
    for (int i = 1; i <= 12; ++i) add_row(towns, "Town " + std::to_string(i), i);
    auto rows = exhibit("tab:1", "Towns", std::move(towns));
    rows.number = "Table 1";
    auto chapter = section("chapter", "Chapter");
    add_exhibit(chapter, std::move(rows));
    return page_of(document("Document", std::move(chapter)), two_columns(),
                   3);  // the first page has the heading, the second the first rows
}

scene::Page spread(std::size_t page) {
    auto report = text({{"rain", 10}});
    for (const char* id : {"second", "third"}) {
        report.sections.push_back(section(id, id));
        report.sections.back().body.push_back(paragraph("Text."));
    }
    auto layout = two_columns();
    layout.header = {"{{ section }}", {}, "**{{ short-title }}**", false, {}};
    layout.footer = {"**{{ publisher }}**", {}, "**{{ page }}**", false, {}};
    return page_of(report, layout, page);
}

scene::Page chart_rows() {
    auto chapter = section("chapter", "Chapter");
    for (const char* id : {"1", "2", "3"}) add_exhibit(chapter, chart_of(id, 60));
    chapter.exhibits[0].note = words("Only this one has a title of two lines and a note.");
    chapter.exhibits[0].title = words("A title that is so long that it takes two lines of its column");
    return page_of(document("Document", std::move(chapter)), small("chart-sheet", {480, 500}, {"sections"}), 1);
}

/// The slide `number` of a deck with one section; the cover is the first.
scene::Page slide_of(doc::Section only, std::size_t number) {
    only.short_title = "Rain";
    return page_of(document("Deck", std::move(only)), layout_named("executive-deck"), number);
}

scene::Page slide_exhibit() {
    auto rain = section("rain", "It rained more than in any year before");
    add_exhibit(rain, chart_of("1", 0));
    rain.exhibits[0].height = {};
    rain.points = {words("It rained in May"), words("It rained in June")};
    return slide_of(std::move(rain), 2);
}

scene::Page slide_figures() {
    auto deck = document("Deck");
    deck.key_figures = {key_figure("68", "%", "of days with rain"), key_figure("12", "", "dry days"),
                        key_figure("1.5", "million a month", "umbrellas")};
    deck.key_figures[0].detail = words("In May");
    return page_of(deck, layout_named("executive-deck"), 2);
}

scene::Page slide_table() {
    auto towns = table("Town", "Days");
    for (int i = 1; i <= 20; ++i) add_row(towns, "Town " + std::to_string(i), i);
    auto rain = section("rain", "It rained in twenty towns");
    add_exhibit(rain, exhibit("tab:1", "Towns", std::move(towns)));
    return slide_of(std::move(rain), 3);
}

scene::Page slide_takeaway() {
    auto rain = section("rain", "It rained more than in any year before");
    rain.points = {words("It rained in May")};
    rain.takeaway = words("Take an umbrella");
    rain.speaker_notes = "Mention the flood.";
    return slide_of(std::move(rain), 2);
}

struct Golden {
    std::string name;
    std::string sentence;
    std::function<scene::Page()> page;
};

const std::vector<Golden>& goldens() {
    static const std::vector<Golden> all{
        {"columns-break",
         "The second paragraph begins in the right column, because only its first line has room in the left one.",
         columns_break},
        {"blocks", "A section's heading and its chart are level; the second section begins below both.", blocks},
        {"pairs", "Each chart is in columns 6 to 12, under a rule level with that over its text.", pairs},
        {"columns-balanced", "The last columns of a flow are equally high, to a line.", columns_balanced},
        {"columns-level",
         "Both columns end on one baseline: two steps of the grid go above the chart, because the next two lines of "
         "text "
         "have no room below it.",
         columns_level},
        {"float-moves",
         "The chart has no room in the left column: it is at the right column's top, and the text after it moves up.",
         float_moves},
        {"exhibit-over-all-columns",
         "The exhibit is as wide as both columns, at the fresh page's top; all text is below it.",
         exhibit_over_all_columns},
        {"side-notes",
         "Pull statement and aside are in the side frame below the label, on the grid, and read after the text.",
         side_notes},
        {"footnotes",
         "Both footnotes are under a rule at the page's foot, in the order of their marks; the text ends above the "
         "rule.",
         footnotes},
        {"table-second-page",
         "Exhibit's head, header row and group are repeated, with the word \"continued\", all as artifacts.",
         table_second_page},
        {"spread-left", "On an even page the page number is at the left, and so is the short title.",
         [] { return spread(2); }},
        {"spread-right", "On an odd page the page number is at the right, and so is the short title.",
         [] { return spread(3); }},
        {"chart-rows",
         "Two charts are in the first row, the third is alone; plots of a row begin level, and grow until the page is "
         "full.",
         chart_rows},
        {"slide-exhibit",
         "The chart is in columns 1 to 8, the points are in 9 to 12 under their overline; both grow into the empty "
         "slot of the takeaway.",
         slide_exhibit},
        {"slide-figures",
         "Numbers, labels and hairlines of the three figures are level; the rest of the long unit begins its label.",
         slide_figures},
        {"slide-table",
         "The second slide of the table repeats the header row as an artifact and says \"continued\" in the headline.",
         slide_table},
        {"slide-takeaway", "The takeaway is in its panel at the slide's foot; the speaker notes are not on the slide.",
         slide_takeaway}};
    return all;
}

std::string read(const std::string& path) {
    std::ifstream in(path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("each rule of layout gives the page that its golden dump shows", "[layout][golden]") {
    const char* accept = std::getenv("PRECIS_ACCEPT");
    for (const auto& golden : goldens()) {
        INFO(golden.name);
        const auto dump = golden.sentence + "\n\n" + page_dump(golden.page());
        const std::string path = PRECIS_SOURCE_DIR "/tests/unit/layout/golden/" + golden.name + ".txt";
        if (accept != nullptr && (accept == golden.name || std::string(accept) == "all")) std::ofstream(path) << dump;
        CHECK(dump == read(path));
    }
}
