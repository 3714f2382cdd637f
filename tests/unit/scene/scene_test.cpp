// The display list: its dump, its bounds, its plain text, and the owners of drawn items.
#include "catch.h"
#include "diag/codes.h"
#include "scene/marks.h"

using namespace precis;
using namespace precis::scene;

namespace {

Path box(double x, double y, double w, double h) {
    Path p;
    p.steps = {MoveTo{{x, y}}, LineTo{{x + w, y}}, LineTo{{x + w, y + h}}, LineTo{{x, y + h}}, ClosePath{}};
    p.fill = base::Color{0, 128, 255, 1};
    return p;
}

GlyphRun words(const std::string& text, double x = 10, double y = 20) {
    GlyphRun r;
    r.face = {"Lato", 700, true};
    r.size = 10;
    r.origin = {x, y};
    r.text = text;
    r.width = 5.0 * static_cast<double>(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        r.glyphs.push_back({static_cast<std::uint32_t>(text[i]), 5.0 * static_cast<double>(i), 0, 1});
    return r;
}

Mark mark(Role role, std::vector<Item> items) {
    Mark m;
    m.role = role;
    m.items = std::move(items);
    return m;
}

Document everything() {
    Document d;
    d.metadata = {"A “title” with \"quotes\"\nand a line",
                  {"One", "Two"},
                  "Subject",
                  {"key"},
                  "House",
                  "de-DE",
                 false,
                  "2026-03-25",
                  "© 2026",
                  {"A source, 2026"}};
    d.attachments = {{"a.csv", "text/csv", "Figure 1: \"A\"", "fig:a", "x,y\r\n1,\"2\"\r\n"}};
    d.outline = {{"Findings", 1, "a"}, {"Cost", 2, "b"}};
    Page p;
    p.size = {595.28, 841.89};
    p.label = "iv";
    p.anchors = {{"a", {1, 2}}};
    p.slide = Slide{"Title", "exhibit", "Notes\twith a tab", "fade", 2.5};
    auto run = words("ab");
    run.glyphs[0].bytes = 2;
    run.glyphs[1] = {7, 5.25, -1.5, 0};
    auto dashed = box(1, 2, 3, 4);
    dashed.fill.reset();
    dashed.hatch = Hatch{{1, 2, 3, 1}, {4, 5, 6, 0.5}, 4, 0.75};
    dashed.stroke = Stroke{{9, 9, 9, 1}, 0.5, {2, 1}, true};
    dashed.steps.insert(dashed.steps.begin() + 1, CurveTo{{1, 1}, {2, 2}, {3, 3}});
    Group group;
    group.transform = {0, 1, -1, 0, 5, 6};
    group.clip = base::Rect{0, 0, 50, 60};
    group.opacity = 0.5;
    group.annotation = true;
    group.items = {dashed, Link{{1, 2, 3, 4}, "#a", "see \\ there"}};
    run.stretch = 1.015;
    auto text = mark(Role::heading, {run});
    text.level = 2;
    text.element = 12;
    text.alternative = "alternative";
    text.language = "fr";
    text.id = "n1";
    text.content = TextBlock{
        {{{{"Run", {"Lato", 400, false}, 10, {1, 2, 3, 1}, true, "#a"}}, TextParagraph::Align::right, 1, 14, 7}},
        {1, 2, 3, 4},
        Placeholder::subtitle};
    std::get<TextBlock>(text.content).paragraphs[0].runs[0].language = "fr";
    auto cell = mark(Role::head_cell, {});
    cell.scope = Scope::column;
    cell.column_span = 2;
    const TextParagraph a{
        {{"a", {"Lato", 700, false}, 8, {1, 2, 3, 1}, false, {}}}, TextParagraph::Align::left, 0, 9, 0};
    cell.content = TableData{{{a, a}, {a, {}}},       1,  {{2, 0}},      {10, 20}, {9, 11}, {1, 2}, {3, 4},
                             base::Color{4, 5, 6, 1}, {}, {0, 0, 30, 20}};
    std::get<TableData>(cell.content).cell_grounds = {{}, {std::nullopt, base::Color{7, 8, 9, 1}}};
    auto figure = mark(Role::figure, {group});
    figure.content = ChartData{ChartData::Type::line,
                               ChartData::Stack::percent,
                               {"2025", "2026"},
                               {{"S",
                                 {1.0 / 3, std::nullopt},
                                 {1, 2, 3, 1},
                                 {{{1, 2, 3, 1}, true, ">600"}, {{1, 2, 3, 1}, false, ""}},
                                 {4, std::nullopt},
                                 {9, 8.5},
                                 true,
                                 ChartAxis{-1, 20.5},
                                 "0.0"}},
                               "0.0\"%\"",
                               "0",
                               true,
                               "T",
                               {"Lato", 400, false},
                               8,
                               {1, 1, 1, 1},
                               {2, 2, 2, 1},
                               {3, 3, 3, 1},
                               {1, 2, 3, 4},
                               base::Rect{4, 5, 6, 7},
                               ChartAxis{0, 40},
                               "Year",
                               "",
                               10.0,
                               std::nullopt};
    auto& chart = std::get<ChartData>(figure.content);
    chart.value_log = chart.category_log = chart.trend = chart.ends_valued = chart.solid = true;
    chart.joined = chart.outlined = chart.thin = chart.named = true;
    chart.days = {18262, 19723.5};
    chart.date_unit = 'm';
    chart.date_format = "mmm yy";
    chart.largest_bubble = 36.5;
    chart.value_ends = ChartAxis{1, 1000};
    chart.category_ends = ChartAxis{0.1, 10};
    chart.totals = {"40", ""};
    chart.series[0].low = {0.25, std::nullopt};
    chart.series[0].high = {0.5, 2};
    p.items = {text, cell, figure, Image{nullptr, {1, 2, 3, 4}}};
    Page empty;
    empty.size = {100, 100};
    d.pages = {p, empty};
    return d;
}

class Kinds : public Visitor {
  public:
    std::vector<Role> artifacts;
    void open_mark(const Mark&) override {}
    void close_mark(const Mark&) override {}
    void open_group(const Group&) override {}
    void close_group(const Group&) override {}
    void draw(const GlyphRun&) override {}
    void draw(const Path&) override {}
    void draw(const Image&) override {}
    void draw_as_one(const Group&) override {}
    void link(const Link&, const Mark*) override {}
    void open_artifact(Role kind) override { artifacts.push_back(kind); }
};

class Leaves : public Visitor {
  public:
    std::string told;
    void open_mark(const Mark&) override { told += "<"; }
    void close_mark(const Mark&) override { told += ">"; }
    void open_leaf(const Mark* owner) override { told += owner ? "[" : "("; }
    void close_leaf() override { told += "]"; }
    void draw(const GlyphRun& run) override { told += run.text; }
    void draw(const Path&) override { told += "p"; }
    void draw(const Image&) override { told += "i"; }
    void open_group(const Group&) override {}
    void close_group(const Group&) override {}
    void draw_as_one(const Group&) override { told += "g"; }
    void link(const Link&, const Mark* owner) override { told += owner ? "L" : "l"; }
};

std::string leaves(const std::vector<Item>& items) {
    Leaves visitor;
    walk(items, visitor);
    return visitor.told;
}

}  // namespace

TEST_CASE("a scene reads back from its dump", "[scene]") {
    const auto document = everything();
    const auto text = dump(document);
    const auto back = parse(std::make_shared<diag::SourceText>("dump", text));
    for (const auto& one : back.diagnostics())
        UNSCOPED_INFO(one.message << " at " << one.span.source->place(one.span.begin).line);
    REQUIRE(back.ok());
    CHECK(dump(back.value()) == text);
    CHECK(back.value() == document);
}

TEST_CASE("a dump is readable, a line an item", "[scene]") {
    Page page;
    page.size = {100, 50};
    page.label = "1";
    page.items = {mark(Role::paragraph, {words("ab")}), box(1, 2, 3, 4)};
    CHECK(dump(page) ==
          "page 100.00 50.00 \"1\"\n"
          "  mark paragraph\n"
          "    text \"ab\" face \"Lato\" 700 italic size 10.00 at 10.00 20.00 width 10.00 fill #000000\n"
          "      glyphs 97@0.00 98@5.00\n"
          "  path fill #0080FF : M 1.00 2.00 L 4.00 2.00 L 4.00 6.00 L 1.00 6.00 Z\n");
}

TEST_CASE("a line that dump does not write is refused at its place", "[scene][diag]") {
    const auto check = [](const std::string& text, std::size_t line, std::size_t column) {
        INFO(text);
        const auto got = parse(std::make_shared<diag::SourceText>("dump", text));
        REQUIRE_FALSE(got.ok());
        const auto& fault = got.diagnostics().front();
        CHECK(fault.code == diag::code::bad_value);
        CHECK(fault.span.source->place(fault.span.begin).line == line);
        CHECK(fault.span.source->place(fault.span.begin).column == column);
    };
    check("page 100 fifty \"1\"\n", 1, 10);
    check("page 100 50 \"1\"\n  circle 1 2 3\n", 2, 3);
    check("page 100 50 \"1\"\n  mark paragraf\n", 2, 8);
    check("page 100 50 \"1\"\n  path fill red : M 1 2\n", 2, 13);
    check("page 100 50 \"1\n", 1, 13);
    check("page 100 50 \"1\"\n    path : M 1 2\n", 2, 5);
    check("page 100 50 \"1\"\n  path : M 1 2 3\n", 2, 16);
}

TEST_CASE("bounds know strokes, transforms and clips", "[scene]") {
    auto path = box(10, 20, 30, 40);
    CHECK(bounds(Item{path}) == base::Rect{10, 20, 30, 40});
    path.stroke = Stroke{{}, 2, {}, false};
    CHECK(bounds(Item{path}) == base::Rect{9, 19, 32, 42});
    CHECK(bounds(Item{words("abcd")}) == base::Rect{10, 12, 20, 10});

    Group group;
    group.transform = {2, 0, 0, 2, 100, 0};
    group.items = {box(10, 20, 30, 40)};
    CHECK(bounds(Item{group}) == base::Rect{120, 40, 60, 80});
    group.clip = base::Rect{0, 0, 20, 100};
    CHECK(bounds(Item{group}) == base::Rect{120, 40, 20, 80});
    CHECK(bounds(std::vector<Item>{group, box(0, 0, 1, 1)}) == base::Rect{0, 0, 140, 120});
    CHECK(bounds(std::vector<Item>{}) == base::Rect{});
}

TEST_CASE("plain text is in reading order, a line a block, without artifacts", "[scene]") {
    Document d;
    d.pages.resize(1);
    d.pages[0].items = {words("running head"), mark(Role::heading, {words("Title")}),
                        mark(Role::paragraph, {words("one "), mark(Role::link, {words("two")}), words(" three")}),
                        mark(Role::artifact, {mark(Role::paragraph, {words("foot")})})};
    CHECK(plain_text(d) == "Title\none two three\n");
}

TEST_CASE("stretches of one owner are one leaf", "[scene]") {
    // ( opens an artifact's leaf, [ a mark's; ] closes either, at the latest before the next leaf; < and > are a mark.
    CHECK(leaves({words("h"), box(0, 0, 1, 1), mark(Role::paragraph, {words("a"), box(0, 0, 1, 1), words("b")})}) ==
          "(hp<][apb]>");
    CHECK(leaves({mark(Role::paragraph, {words("a"), mark(Role::link, {words("b"), Link{}}), words("c")})}) ==
          "<[a<][bL]>[c]>");
    CHECK(leaves({mark(Role::table, {box(0, 0, 1, 1), mark(Role::row, {mark(Role::cell, {words("x")})})})}) ==
          "<(p<<][x]>>>");
    CHECK(leaves({mark(Role::artifact, {mark(Role::paragraph, {words("x")}), Link{}})}) == "(xl]");
}

TEST_CASE("a group blended in one piece is one leaf, with its links told", "[scene]") {
    Group half;
    half.opacity = 0.5;
    half.items = {mark(Role::paragraph, {words("a"), Link{}}), words("b")};
    CHECK(leaves({half}) == "<[gL]>");
    CHECK(leaves({mark(Role::figure, {words("x"), half})}) == "<[xgL]>");
    Group plain;
    plain.items = half.items;
    CHECK(leaves({plain}) == "<[aL]>(b]");
}

TEST_CASE("page heads and feet are leaves apart from other artifacts", "[scene]") {
    Kinds kinds;
    walk({box(0, 0, 1, 1), mark(Role::page_head, {words("head"), mark(Role::paragraph, {words("x")})}),
          mark(Role::artifact, {box(0, 0, 1, 1)}), box(0, 0, 1, 1), mark(Role::page_foot, {words("foot")}),
          mark(Role::watermark, {words("Draft")})},
         kinds);
    CHECK(kinds.artifacts ==
          std::vector<Role>{Role::artifact, Role::page_head, Role::artifact, Role::page_foot, Role::watermark});
}
