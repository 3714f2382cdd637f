// The web edition of a document made by hand: parts, ways back from sources, numbers, drawings for two widths, tables;
// the same as Markdown. Colours on the dark ground.
#include "web/web.h"

#include <limits>
#include <string>

#include "catch.h"
#include "locale/locale.h"
#include "web/codes.h"
#include "web/drawing.h"
#include "web/palette.h"

namespace {
using namespace precis;

doc::Inlines words(const std::string& text) {
    doc::Words one;
    one.text = text;
    return {doc::Inline(one)};
}

doc::Block paragraph(const std::string& text) {
    doc::Block block;
    block.content = doc::Paragraph{words(text), {}};
    return block;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

style::Layout layout() {
    style::Layout layout;
    layout.colors = {
        {"background", {255, 255, 255, 1}},   {"foreground", {20, 32, 43, 1}},    {"data", {6, 88, 116, 1}},
        {"night", {10, 36, 48, 1}},           {"night-text", {246, 241, 232, 1}}, {"night-soft", {213, 223, 227, 1}},
        {"night-quiet", {169, 187, 196, 1}},  {"night-rule", {58, 85, 98, 1}},    {"night-mark", {255, 138, 99, 1}},
        {"night-mark-2", {143, 193, 209, 1}}, {"night-mark-3", {94, 157, 179, 1}}};
    for (const auto part : {style::Part::summary, style::Part::key_figures, style::Part::findings,
                            style::Part::sections, style::Part::sources}) {
        style::PartRule rule;
        rule.part = part;
        layout.parts.push_back(rule);
    }
    return layout;
}

doc::Document document() {
    doc::Document d;
    d.title = words("Rain & sun <2026>");
    d.date = "31 August 2026";
    d.date_iso = "2026-08-31";
    d.summary = {paragraph("It rained.")};
    doc::Section section;
    section.id = "rain";
    section.title = words("Rain");
    doc::Block cited = paragraph("More fell");
    std::get<doc::Paragraph>(cited.content).inlines.emplace_back(doc::Citation{{1}, {}});
    section.body = {cited, cited};
    doc::Exhibit exhibit;
    exhibit.id = "tab:rain";
    exhibit.number = "Table 1";
    exhibit.title = words("Rain by hill");
    doc::Table table;
    table.columns.resize(2);
    table.columns[0].label = "Hill";
    table.columns[1].label = "mm";
    table.columns[1].numeric = true;
    for (const auto& [hill, mm] : {std::pair("North", 12.0), {"South | east", 7.5}}) {
        doc::Table::Row row;
        row.cells.resize(2);
        row.cells[0].text = hill;
        row.cells[1].number = mm;
        row.cells[1].text = mm == 12 ? "12.0" : "7.5";
        table.rows.push_back(row);
    }
    exhibit.content = table;
    section.exhibits = {exhibit};
    doc::Block place;
    place.content = doc::ExhibitPlace{0, true};
    section.body.push_back(place);
    d.sections = {section};
    doc::SourceEntry source;
    source.number = 1;
    source.text = words("The gauge, 2026");
    d.sources = {source};
    return d;
}

}  // namespace

TEST_CASE("a document becomes Markdown with tables and numbered sources", "[web]") {
    const auto text = web::markdown(document(), layout(), *locale::Locale::find("en-GB"));
    CHECK(has(text, "# Rain & sun \\<2026\\>\n"));
    CHECK(has(text, "It rained.\n"));
    CHECK(has(text, "## Rain\n"));
    CHECK(has(text, "More fell \\[1\\]\n"));
    CHECK(has(text, "**Table 1.** **Rain by hill**\n"));
    CHECK(has(text, "| Hill | mm |\n| --- | ---: |\n| North | 12.0 |\n| South \\| east | 7.5 |\n"));
    CHECK(has(text, "## Sources\n\n1. The gauge, 2026\n"));
}

TEST_CASE("columns of a Markdown table keep their sides, words too", "[web]") {
    auto d = document();
    auto& table = std::get<doc::Table>(d.sections[0].exhibits[0].content);
    table.columns[0].centered = true;
    CHECK(has(web::markdown(d, layout(), *locale::Locale::find("en-GB")), "| :---: | ---: |"));
    table.columns[0].centered = false;
    table.columns[0].numeric = table.columns[0].words = true;
    CHECK(has(web::markdown(d, layout(), *locale::Locale::find("en-GB")), "| ---: | ---: |"));
}

TEST_CASE("parts that the layout leaves out are not in the Markdown either", "[web]") {
    auto bare = layout();
    bare.parts.clear();
    const auto text = web::markdown(document(), bare, *locale::Locale::find("en-GB"));
    CHECK_FALSE(has(text, "It rained."));
    CHECK_FALSE(has(text, "Rain by hill"));
}

TEST_CASE("colours have a value on the dark ground", "[web]") {
    const auto l = layout();
    web::Palette palette(l);
    CHECK(palette.dark_of({255, 255, 255, 1}) == base::Color{10, 36, 48, 1});
    CHECK(palette.dark_of({6, 88, 116, 1}) == base::Color{143, 193, 209, 1});
    // A colour without a name is turned over: what is nearly white is nearly the ground.
    CHECK(base::luminance(palette.dark_of({250, 250, 240, 1})) < 0.1);
    CHECK(base::luminance(palette.dark_of({20, 20, 30, 1})) > 0.5);
    CHECK(palette.index_of({1, 2, 3, 1}) == 0);
    CHECK(palette.index_of({4, 5, 6, 1}) == 1);
    CHECK(palette.index_of({1, 2, 3, 1}) == 0);
    CHECK(has(palette.variables(false), "--c0:#010203;--c1:#040506;"));
    CHECK(web::css_color({1, 2, 3, 0.5}) == "#01020380");
}

TEST_CASE("a ramp of colours keeps its order on the dark ground", "[web]") {
    auto l = layout();
    l.chart.sequential = {{230, 239, 242, 1}, {195, 216, 224, 1}, {154, 190, 203, 1}, {107, 161, 181, 1},
                          {55, 122, 147, 1},  {6, 88, 116, 1},    {3, 58, 78, 1}};
    l.colors.emplace("primary-mid", l.chart.sequential[2]);  // another name of one of them
    const web::Palette palette(l);
    double before = 0;
    for (const auto& step : l.chart.sequential) {
        const double light = base::luminance(palette.dark_of(step));
        CHECK(light > before + 0.01);
        before = light;
    }
    CHECK(palette.dark_of({6, 88, 116, 1}) == base::Color{143, 193, 209, 1});
}

TEST_CASE("what is mixed from gridlines is no other colour at night", "[web]") {
    auto l = layout();
    l.colors.emplace("grid", base::Color{220, 226, 231, 1});
    l.colors.emplace("night-grid", base::Color{46, 73, 86, 1});
    const web::Palette palette(l);
    const auto land = base::mixed({220, 226, 231, 1}, {255, 255, 255, 1}, 0.8);
    const auto dark = palette.dark_of(land);
    CHECK(dark == base::mixed(palette.dark("grid"), palette.dark("background"), 0.8));
    CHECK(dark.b > dark.r);  // a shade of the ground, not of brown
}

TEST_CASE("drawings have colours by class, and refuse lengths that are not numbers", "[web]") {
    const auto l = layout();
    diag::Diagnostics ignored;
    const auto loaded = text::Fonts::load({}, {}).take(ignored);
    REQUIRE(loaded);
    const auto fonts = *loaded;
    web::Palette palette(l);
    web::Typefaces typefaces(*fonts, "en-GB");
    scene::Path path;
    path.steps = {scene::MoveTo{{0, 0}}, scene::LineTo{{10, 0.126}}};
    path.stroke = scene::Stroke{{6, 88, 116, 1}, 2, {3, 1}, true};
    diag::Diagnostics faults;
    const web::Look look{palette, typefaces, *fonts};
    const web::Svg about{"x", "ch", 2, "Rain \"&\"", false, {}};
    CHECK(web::svg_of({path}, {10, 5}, about, look, faults) ==
          "<svg class=\"ch\" viewBox=\"0 0 10 5\" width=\"20\" height=\"10\" role=\"img\" aria-label=\"Rain "
          "&quot;&amp;&quot;\"><path class=\"s0\" fill=\"none\" stroke-width=\"2\" stroke-dasharray=\"3 1\" "
          "stroke-linecap=\"round\" d=\"M0 0L10 0.13\"/></svg>");
    CHECK(faults.empty());
    path.steps.push_back(scene::LineTo{{std::numeric_limits<double>::quiet_NaN(), 0}});
    (void)web::svg_of({path}, {10, 5}, about, look, faults);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == web::code::not_drawn);
}

TEST_CASE("on a ground of a slide that is dark in both schemes, colours are not turned over", "[web]") {
    auto l = layout();
    l.colors.emplace("dark", base::Color{10, 36, 48, 1});
    l.colors.emplace("light", base::Color{246, 241, 232, 1});
    diag::Diagnostics faults;
    const auto loaded = text::Fonts::load({}, {}).take(faults);
    REQUIRE(loaded);
    web::Palette palette(l);
    web::Typefaces typefaces(**loaded, "en-GB");
    const auto box = [](double x, double side, const base::Color& fill) {
        scene::Path path;
        path.steps = {scene::MoveTo{{x, 0}}, scene::LineTo{{x + side, 0}}, scene::LineTo{{x + side, side}},
                      scene::LineTo{{x, side}}, scene::ClosePath{}};
        path.fill = fill;
        return path;
    };
    const base::Color night{10, 36, 48, 1}, cream{246, 241, 232, 1};
    REQUIRE(palette.is_night(night));
    CHECK_FALSE(palette.is_night({6, 88, 116, 1}));  // data, which is pale on the dark ground
    CHECK_FALSE(palette.is_night({20, 32, 43, 1}));  // text
    scene::Group inside;
    inside.transform = base::Affine::translate(10, 10);
    inside.items = {box(0, 5, cream)};
    const std::vector<scene::Item> slide{box(0, 100, night), inside, box(200, 5, cream)};
    const web::Look look{palette, typefaces, **loaded};
    const auto svg = web::svg_of(slide, {300, 100}, {"s", "sl", 1, "Slide", true, {}}, look, faults);
    CHECK(has(svg, "class=\"f0\""));
    CHECK(has(svg, "class=\"f1\""));
    CHECK(has(svg, "class=\"f2\""));
    const auto dark = palette.variables(true);
    CHECK(has(dark, "--c0:" + web::css_color(palette.dark("light")) + ";"));   // the panel, told from the page
    CHECK(has(dark, "--c1:#f6f1e8;"));                                         // on it: as it is
    CHECK(has(dark, "--c2:" + web::css_color(palette.dark_of(cream)) + ";"));  // beside it: turned over
    CHECK_FALSE(has(dark, "--c2:#f6f1e8;"));
}

TEST_CASE("colours of words that can be read on paper can be read at night", "[web]") {
    const auto l = layout();
    const web::Palette palette(l);
    for (const base::Color& grey : {base::Color{93, 107, 118, 1}, {110, 118, 126, 1}, {104, 112, 121, 1}})
        CHECK(base::contrast(palette.dark_of(grey), palette.dark("background")) >= 4.5);
}
