// Pages for right-to-left readers: places change sides, letters and pictures stay as they are.
#include "scene/mirror.h"

#include "catch.h"

using namespace precis;
using namespace precis::scene;

namespace {

GlyphRun word(double x, double width) {
    GlyphRun run;
    run.origin = {x, 50};
    run.width = width;
    run.glyphs = {{1, 0, 0, 1}, {2, 10, 0, 1}};
    run.text = "ab";
    return run;
}

Document page_of(std::vector<Item> items) {
    Document document;
    document.pages.emplace_back();
    document.pages.back().size = {200, 100};
    document.pages.back().items = std::move(items);
    return document;
}

}  // namespace

TEST_CASE("a run keeps its letters and stands as far from the right as it stood from the left", "[scene][mirror]") {
    auto document = page_of({word(30, 20)});
    document.pages[0].anchors = {{"here", {30, 40}}};
    mirror(document);
    const auto& run = std::get<GlyphRun>(document.pages[0].items[0]);
    CHECK(run.origin.x == Approx(150));
    CHECK(run.origin.y == Approx(50));
    CHECK(run.glyphs[1].x == Approx(10));
    CHECK(document.pages[0].anchors[0].at.x == Approx(170));
    CHECK(document.metadata.right_to_left);
}

TEST_CASE("a turned group turns the other way, and its words are not reversed", "[scene][mirror]") {
    Group group;
    group.transform = {0, -1, 1, 0, 40, 80};  // a quarter turn to the left, about (40, 80)
    group.clip = base::Rect{5, -10, 30, 12};
    group.items.emplace_back(word(0, 20));
    auto document = page_of({std::move(group)});
    mirror(document);
    const auto& turned = std::get<Group>(document.pages[0].items[0]);
    const auto& run = std::get<GlyphRun>(turned.items[0]);
    // The first letter began at (90, 80) and the word ran up to (90, 60); its end is now where it began.
    const auto begin = turned.transform.apply({run.origin.x, run.origin.y});
    const auto end = turned.transform.apply({run.origin.x + run.width, run.origin.y});
    CHECK(begin.x == Approx(110));
    CHECK(begin.y == Approx(60));
    CHECK(end.x == Approx(110));
    CHECK(end.y == Approx(80));
    CHECK(turned.clip->x == Approx(-35));
}

TEST_CASE("native text, tables and charts change sides", "[scene][mirror]") {
    Mark text, table, chart;
    TextBlock block;
    block.at = {10, 10, 50, 20};
    block.paragraphs.resize(2);
    block.paragraphs[1].align = TextParagraph::Align::center;
    text.content = block;
    TableData data;
    data.at = {20, 0, 100, 50};
    data.left_insets = {1, 2};
    data.right_insets = {3, 4};
    data.column_widths = {30, 70};
    TextParagraph first, second;
    first.runs.push_back({"a", {}, 9, {}, false, {}});
    data.rows = {{first, second}, {first, second}};
    data.head_spans = {{2, 0}};
    table.content = data;
    ChartData drawn;
    drawn.at = {0, 0, 80, 40};
    drawn.plot = base::Rect{10, 5, 60, 30};
    chart.content = drawn;
    auto document = page_of({text, table, chart});
    const auto before = document;
    mirror(document);
    const auto& items = document.pages[0].items;
    const auto& words = std::get<TextBlock>(std::get<Mark>(items[0]).content);
    CHECK(words.at.x == Approx(140));
    CHECK(words.paragraphs[0].align == TextParagraph::Align::right);
    CHECK(words.paragraphs[1].align == TextParagraph::Align::center);
    const auto& rows = std::get<TableData>(std::get<Mark>(items[1]).content);
    CHECK(rows.at.x == Approx(80));
    CHECK(rows.left_insets == std::vector<double>{4, 3});
    CHECK(rows.column_widths == std::vector<double>{70, 30});
    CHECK(rows.head_spans[0] == std::vector<int>{2, 0});
    CHECK(rows.rows[0][0].runs.size() == 1);  // the heading over both
    CHECK(rows.rows[1][1].runs.size() == 1);
    CHECK(rows.rows[1][1].align == TextParagraph::Align::right);
    const auto& plot = std::get<ChartData>(std::get<Mark>(items[2]).content);
    CHECK(plot.at.x == Approx(120));
    CHECK(plot.plot->x == Approx(10));
    CHECK(plot.right_to_left);
    mirror(document);
    CHECK(document == before);
}
