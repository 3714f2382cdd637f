// Sections in blocks and in pairs: what shares its top, which charts grow and shrink, where a region is parted.
#include <cmath>
#include <map>

#include "documents.h"
#include "house.h"
#include "layout/ground/elastic.h"
#include "layout/pages/fill_region.h"

using namespace precis;
using namespace precis::layout;
using namespace precis::layout::test;

namespace {

Piece line(std::uint32_t paragraph, bool keep_next = false) {
    Piece piece;
    piece.height = 10;
    piece.keep_next = keep_next;
    scene::Mark mark;
    mark.role = scene::Role::paragraph;
    mark.element = paragraph;
    piece.path = {mark};
    return piece;
}

void add_paragraph(Pieces& flow, std::uint32_t number, int lines) {
    for (int i = 0; i < lines; ++i) flow.push_back(line(number, i + 1 < lines && (i == 0 || i + 2 == lines)));
}

void add_chart(Pieces& flow, double height, double least = 0, double most = 0) {
    Piece piece;
    piece.height = height;
    piece.floats = true;
    if (most > 0) {
        Elastic elastic;
        elastic.least = least, elastic.most = most;
        piece.elastic = std::make_shared<const Elastic>(elastic);
    }
    flow.push_back(std::move(piece));
}

RegionRoom room(double height) {
    return {2, height, 10, nullptr};
}

doc::Exhibit chart_named(const std::string& id) {
    return exhibit(id, "Title of " + id, chart("column", {1, 4, 2, 3}));
}

doc::Section section_with(const std::string& id, int words, const std::vector<std::string>& exhibits) {
    auto made = section(id, "Section " + id);
    made.body.push_back(paragraph(counted(id, words)));
    for (const auto& name : exhibits) add_exhibit(made, chart_named(name));
    return made;
}

struct Spot2 {
    std::size_t page = 0;
    base::Point at;
};
std::map<std::string, Spot2> spots(const scene::Document& composition) {
    std::map<std::string, Spot2> all;
    for (std::size_t page = 0; page < composition.pages.size(); ++page)
        for (const auto& anchor : composition.pages[page].anchors) all.emplace(anchor.name, Spot2{page, anchor.at});
    return all;
}

style::Layout sections_alone(const std::string& name, style::Arrange arrange) {
    auto layout = layout_named(name);
    std::erase_if(layout.parts, [](const auto& rule) { return rule.part != style::Part::sections; });
    layout.parts.front().arrange = arrange;
    return layout;
}

/// The lowest bottom of a figure on a page.
double lowest_figure(const std::vector<scene::Item>& items) {
    double lowest = 0;
    for (const auto& item : items) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (!mark) continue;
        if (mark->role == scene::Role::figure) lowest = std::max(lowest, scene::bounds(item).bottom());
        lowest = std::max(lowest, lowest_figure(mark->items));
    }
    return lowest;
}

}  // namespace

TEST_CASE("a region's exhibits stand at the top of the last column, and text goes on below them", "[layout][regions]") {
    Pieces flow;
    add_paragraph(flow, 1, 8);
    add_chart(flow, 40);
    add_paragraph(flow, 2, 6);
    const auto regions = regions_of(flow, 2);
    REQUIRE(regions.size() == 1);
    CHECK(regions[0].exhibits == std::vector<std::size_t>{8});
    CHECK(regions[0].named == std::vector<std::size_t>{0});
    const auto filled = fill_whole(flow, regions[0], {}, room(200));
    REQUIRE(filled);
    // 14 lines and a chart of 40 with the step below it: 190 in two columns.
    CHECK(filled->height == 100);
    CHECK(filled->ends == std::vector<double>{100, 90});
    CHECK(filled->whole);
    for (const auto& spot : filled->spots) {
        if (spot.piece == 8) CHECK((spot.column == 1 && spot.y == 0));
    }
}

TEST_CASE("a region that a page does not hold places no exhibit before its paragraph", "[layout][regions]") {
    Pieces flow;
    add_paragraph(flow, 1, 10);
    add_chart(flow, 30);
    add_paragraph(flow, 2, 40);
    add_paragraph(flow, 3, 4);
    add_chart(flow, 30);
    const auto regions = regions_of(flow, 2);
    REQUIRE(regions.size() == 1);
    CHECK_FALSE(fill_whole(flow, regions[0], {}, room(150)));
    const auto part = fill_part(flow, regions[0], {}, room(150), false);
    CHECK(part.reached.exhibits == 1);
    CHECK_FALSE(part.whole);
    // 15 lines, then the chart, a step and 11 more lines.
    CHECK(part.ends == std::vector<double>{150, 150});
    const auto rest = fill_whole(flow, regions[0], part.reached, room(400));
    REQUIRE(rest);
    CHECK(rest->reached.exhibits == 2);
    CHECK(rest->whole);
}

TEST_CASE("charts grow in proportion, to their limit, and what stands below moves", "[layout][regions]") {
    Pieces flow;
    add_paragraph(flow, 1, 20);
    add_chart(flow, 50, 30, 90);
    add_chart(flow, 50);
    const auto regions = regions_of(flow, 2);
    auto filled = fill_whole(flow, regions[0], {}, room(200));
    REQUIRE(filled);
    CHECK(filled->height == 160);  // 20 lines and 110 points of charts with a step between and one below
    const double grown = most_growth(flow, *filled);
    stretch(flow, *filled, filled->height + 20, 10);
    CHECK(filled->ends[1] == 180);
    CHECK(grown >= 20);
    double second = 0;
    for (const auto& spot : filled->spots) {
        if (spot.piece == 20) CHECK(spot.height > 50);
        if (spot.piece == 21) {
            second = spot.y;
            CHECK(spot.height == 50);
        }
    }
    CHECK(second > 60);
    stretch(flow, *filled, 1000, 10);
    for (const auto& spot : filled->spots) {
        if (spot.piece == 20) CHECK(spot.height == 90);
    }
}

TEST_CASE("in blocks a section's exhibit begins level with its heading", "[layout][regions]") {
    const auto layout = sections_alone("research-note", style::Arrange::blocks);
    auto made = document("Document", section_with("one", 90, {"fig:1"}));
    made.sections.push_back(section_with("two", 100, {"fig:2"}));
    const auto at = spots(composed(made, layout));
    for (const auto& [section, figure] : {std::pair("one", "fig:1"), std::pair("two", "fig:2")}) {
        INFO(section);
        CHECK(at.at(section).page == at.at(figure).page);
        CHECK(at.at(section).at.y == Approx(at.at(figure).at.y).margin(0.01));
        CHECK(at.at(figure).at.x > at.at(section).at.x + 100);
    }
    CHECK(at.at("two").at.y > at.at("one").at.y + 100);
}

TEST_CASE("in pairs each exhibit stands beside its paragraph, in columns 6 to 12", "[layout][regions]") {
    const auto layout = sections_alone("data-report", style::Arrange::pairs);
    auto made = document("Document", section_with("one", 40, {"fig:1"}));
    made.sections.front().body.push_back(paragraph(counted("more", 50)));
    add_exhibit(made.sections.front(), chart_named("fig:2"));
    const auto composition = composed(made, layout);
    const auto at = spots(composition);
    const double gutter = layout.grid.gutter;
    const double column = (layout.page.width - layout.margins.left - layout.margins.right - 11 * gutter) / 12;
    const double left = layout.margins.left + 5 * (column + gutter);
    CHECK(at.at("fig:1").at.x == Approx(left));
    CHECK(at.at("fig:2").at.x == Approx(left));
    CHECK(at.at("fig:2").at.y > at.at("fig:1").at.y + 150);
    // The first line of the second paragraph is 7 points and a line below the rule that both share.
    for (const auto& run : runs_of(composition.pages.front())) {
        if (run.text.rfind("more 1 ", 0) != 0) continue;
        CHECK(run.y > at.at("fig:2").at.y + 7);
        CHECK(run.y < at.at("fig:2").at.y + 7 + 14);
    }
}

TEST_CASE("charts fill a page that is not the last, and one with a height of its own keeps it", "[layout][regions]") {
    const auto layout = sections_alone("research-note", style::Arrange::blocks);
    auto made = document("Document", section_with("s0", 80, {"fig:0"}));
    for (int i = 1; i < 9; ++i)
        made.sections.push_back(section_with("s" + std::to_string(i), 80, {"fig:" + std::to_string(i)}));
    const auto composition = composed(made, layout);
    REQUIRE(composition.pages.size() > 2);
    const double bottom = layout.page.height - layout.margins.bottom;
    for (std::size_t page = 0; page + 1 < composition.pages.size(); ++page) {
        INFO("page " << page + 1);
        CHECK(lowest_figure(composition.pages[page].items) > bottom - 60);  // notes and rounding to the grid
    }
    for (auto& section : made.sections) section.exhibits.front().height = 100;
    const auto fixed = composed(made, layout);
    const auto& items = fixed.pages.front().items;
    std::vector<double> heights;
    const auto find = [&](const auto& self, const std::vector<scene::Item>& all) -> void {
        for (const auto& item : all) {
            const auto* mark = std::get_if<scene::Mark>(&item);
            if (!mark) continue;
            if (mark->role == scene::Role::figure)
                heights.push_back(std::get<scene::ChartData>(mark->content).at.height);
            else
                self(self, mark->items);
        }
    };
    find(find, items);
    REQUIRE(heights.size() > 1);
    for (const double height : heights) CHECK(height == Approx(100).margin(0.6));
}

TEST_CASE("a line that no rule can keep with its paragraph is a finding", "[layout][regions]") {
    for (const auto arrange : {style::Arrange::blocks, style::Arrange::flow}) {
        auto layout = sections_alone("research-note", arrange);
        layout.section = {style::SectionPiece::body};
        auto made = document("Document", section("one", "Section"));
        made.sections.front().body.push_back(paragraph(counted("rain", 16)));
        const auto found = [&](double lines) {
            layout.page.height = layout.margins.top + layout.margins.bottom + lines * 14;
            std::size_t count = 0;
            const auto result = attempt(made, layout);
            for (const auto& one : result.diagnostics()) count += to_string(one.code) == "line_alone" ? 1 : 0;
            return count;
        };
        CHECK(found(2.5) == 1);  // three lines in columns of two
        CHECK(found(3.5) == 0);
    }
}
