// The audit of painted words, with a fault of each kind planted; and what an SVG says of itself.
#include "../unit/chart/samples.h"
#include "chart/presets.h"
#include "paint/paint.h"

using namespace precis;
using namespace precis::chart::test;

namespace {

scene::GlyphRun run_at(const std::string& text, base::Point origin, double size = 8) {
    text::Run run;
    run.text = text;
    run.face = {"Lato", 400, false};
    run.size = size;
    auto line = house().setter->set_line(run);
    REQUIRE(line.has_value());
    auto made = line.value().runs.front();
    made.origin = {made.origin.x + origin.x, made.origin.y + origin.y};
    return made;
}

scene::Page page_with(std::vector<scene::Item> items) {
    scene::Mark figure;
    figure.role = scene::Role::figure;
    figure.id = "fig:test";
    figure.items = std::move(items);
    scene::Page page;
    page.size = {200, 100};
    page.label = "1";
    page.items.emplace_back(std::move(figure));
    return page;
}

std::vector<diag::Code> said_of(const scene::Page& page) {
    const auto found = paint::audit(page, *house().fonts, 6.5);
    std::vector<diag::Code> codes;
    for (const auto& one : found) codes.push_back(one.code);
    return codes;
}
using Codes = std::vector<diag::Code>;

scene::Path line(base::Point a, base::Point b) {
    scene::Path path;
    path.steps = {scene::MoveTo{a}, scene::LineTo{b}};
    path.stroke = scene::Stroke{{0, 0, 0, 1}, 1.5, {}, false};
    return path;
}

}  // namespace

TEST_CASE("words apart on clear ground are nothing to say", "[labels]") {
    scene::Path bar;
    bar.steps = {scene::MoveTo{{5, 60}}, scene::LineTo{{150, 60}}, scene::LineTo{{150, 80}}, scene::LineTo{{5, 80}},
                 scene::ClosePath{}};
    bar.fill = base::Color{0, 90, 120, 1};
    CHECK(said_of(page_with({bar, run_at("apart", {10, 20}), run_at("from it", {60, 20}), run_at("inside", {20, 73})}))
              .empty());
}

TEST_CASE("words on words, on a line, across the edge, cut by a clip, too small", "[labels]") {
    CHECK(said_of(page_with({run_at("one word", {10, 20}), run_at("another", {22, 22})})) ==
          Codes{diag::Code::label_collides});
    CHECK(said_of(page_with({line({0, 17}, {200, 17}), run_at("struck", {10, 20})})) ==
          Codes{diag::Code::label_collides});
    CHECK(said_of(page_with({run_at("beyond", {180, 20})})) == Codes{diag::Code::label_clipped});
    scene::Group cut;
    cut.clip = base::Rect{0, 0, 20, 100};
    cut.items.emplace_back(run_at("half of it", {10, 20}));
    CHECK(said_of(page_with({cut})) == Codes{diag::Code::label_clipped});
    CHECK(said_of(page_with({run_at("tiny", {10, 20}, 5)})) == Codes{diag::Code::label_too_small});
    scene::Group shrunk;
    shrunk.transform = {0.5, 0, 0, 0.5, 0, 0};
    shrunk.items.emplace_back(run_at("as painted", {10, 20}));
    CHECK(said_of(page_with({shrunk})) == Codes{diag::Code::label_too_small});
}

TEST_CASE("no form has words that collide, at three sizes", "[labels]") {
    for (const auto& type : precis::chart::preset_names()) {
        for (const auto& [width, height] : {std::pair{160.0, 100.0}, {252.0, 140.0}, {510.0, 260.0}}) {
            auto drawing = drawn(sample_of(type), width, height);
            REQUIRE(drawing.has_value());
            auto page = page_with(drawing.value().items);
            page.size = {drawing.value().size.width + 0.5, drawing.value().size.height + 1};
            const auto found = paint::audit(page, *house().fonts, house().layout.chart.min_size);
            for (const auto& one : found) {
                INFO(type << " " << width << " x " << height << ": " << one.message);
                CHECK(false);
            }
        }
    }
}

TEST_CASE("an SVG holds its words as text, a title, a description, and the same bytes twice", "[svg]") {
    auto chart = chart_of("bar", {{"A & B", 12}, {"C <D>", 30}});
    chart.series[0].values[1].status = data::Status::forecast;
    const auto page = page_with(drawn(chart).value().items);
    const auto one = paint::svg(page, {"fig-test", "Title \"quoted\"", "What it shows", "en-GB"});
    REQUIRE(one.has_value());
    const auto& text = one.value();
    CHECK(text.find(">A &amp; B</text>") != std::string::npos);
    CHECK(text.find(">C &lt;D&gt;</text>") != std::string::npos);
    CHECK(text.find("<title id=\"fig-test-title\">Title &quot;quoted&quot;</title>") != std::string::npos);
    CHECK(text.find("<desc id=\"fig-test-desc\">What it shows</desc>") != std::string::npos);
    CHECK(text.find("<pattern id=\"fig-test-hatch-1\"") != std::string::npos);
    CHECK(text == paint::svg(page, {"fig-test", "Title \"quoted\"", "What it shows", "en-GB"}).value());
}

TEST_CASE("links of an SVG lead to addresses, not into a document that is not there", "[svg]") {
    auto page = page_with(
        {scene::Link{{1, 2, 3, 4}, "https://example.org/?a=1&b=2", "A page"}, scene::Link{{1, 2, 3, 4}, "#fig:x", ""}});
    const auto text = paint::svg(page, {"x", "", "", "en"}).value();
    CHECK(text.find("href=\"https://example.org/?a=1&amp;b=2\"") != std::string::npos);
    CHECK(text.find("#fig:x") == std::string::npos);
}
