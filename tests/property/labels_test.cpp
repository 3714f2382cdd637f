// The audit of painted words, with a fault of each kind planted; and what an SVG says of itself.
#include "../unit/chart/forms.h"
#include "diag/codes.h"
#include "paint/cairo/codes.h"
#include "paint/paint.h"

using namespace precis;
using namespace precis::chart::test;
using precis::chart::Drawing;

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
    // What every build looks for, by geometry first, is the same less the sizes and colours.
    std::vector<diag::Code> of_every_build, cheap;
    for (const auto code : codes)
        if (code == paint::code::label_collides || code == paint::code::label_clipped) of_every_build.push_back(code);
    for (const auto& one : paint::audit_doubts(page, *house().fonts)) cheap.push_back(one.code);
    CHECK(cheap == of_every_build);
    return codes;
}
using Codes = std::vector<diag::Code>;

scene::Path line(base::Point a, base::Point b) {
    scene::Path path;
    path.steps = {scene::MoveTo{a}, scene::LineTo{b}};
    path.stroke = scene::Stroke{{0, 0, 0, 1}, 1.5, {}, false};
    return path;
}

scene::Path box(const base::Rect& at, const base::Color& color) {
    scene::Path path;
    path.steps = {scene::MoveTo{{at.x, at.y}}, scene::LineTo{{at.right(), at.y}},
                  scene::LineTo{{at.right(), at.bottom()}}, scene::LineTo{{at.x, at.bottom()}}, scene::ClosePath{}};
    path.fill = color;
    return path;
}

constexpr base::Color kWhite{255, 255, 255, 1}, kBlue{0, 90, 120, 1};

scene::GlyphRun in_white(scene::GlyphRun run) {
    run.fill = kWhite;
    return run;
}

scene::Page page_of(const Drawing& drawing) {
    auto page = page_with(drawing.items);
    page.size = {drawing.size.width + 0.5, drawing.size.height + 1};
    return page;
}

/// Whether a fault of that kind is among what is said of the page, and names the words.
bool says_of(const scene::Page& page, diag::Code code, const std::string& words) {
    const auto found = paint::audit(page, *house().fonts, house().layout.chart.min_size);
    const auto named = [&](const auto& one) {
        return one.code == code && one.message.find("“" + words + "”") != std::string::npos;
    };
    if (code == paint::code::label_collides || code == paint::code::label_clipped) {
        const auto cheap = paint::audit_doubts(page, *house().fonts);
        CHECK(std::any_of(cheap.begin(), cheap.end(), named));
    }
    return std::any_of(found.begin(), found.end(), named);
}

}  // namespace

TEST_CASE("words apart on clear ground are nothing to say", "[labels]") {
    CHECK(said_of(page_with({box({5, 60, 145, 20}, kBlue), run_at("apart", {10, 20}), run_at("from it", {60, 20}),
                             in_white(run_at("inside", {20, 73}))}))
              .empty());
}

TEST_CASE("a fault of each kind, planted in a page, is found", "[labels]") {
    const Codes collides{paint::code::label_collides}, clipped{paint::code::label_clipped},
        small{paint::code::label_too_small}, faint{diag::code::contrast_low};
    // Words on words, of one figure or two.
    CHECK(said_of(page_with({run_at("one word", {10, 20}), run_at("another", {22, 22})})) == collides);
    auto two = page_with({run_at("one word", {10, 20})});
    two.items.push_back(page_with({run_at("another", {22, 22})}).items.front());
    CHECK(said_of(two) == collides);
    // A line through them, the edge of a bar or a point beneath them.
    CHECK(said_of(page_with({line({0, 17}, {200, 17}), run_at("struck", {10, 20})})) == collides);
    CHECK(said_of(page_with({box({0, 10, 20, 20}, kBlue), run_at("half on it", {10, 20})})) == collides);
    CHECK(said_of(page_with({box({15, 15, 4, 4}, kBlue), run_at("on a dot", {10, 20})})) == collides);
    // Painted over: by a mark of any colour, the paper's too, or by a picture.
    CHECK(said_of(page_with({run_at("hidden", {10, 20}), box({5, 5, 60, 30}, kWhite)})) == collides);
    CHECK(said_of(page_with({run_at("half hidden", {10, 20}), box({5, 5, 20, 30}, kWhite)})) == collides);
    scene::Image picture;
    picture.at = {5, 5, 60, 30};
    auto pixels = std::make_shared<scene::Pixels>();
    pixels->width = pixels->height = 1;
    pixels->rgba = {255, 255, 255, 255};
    picture.pixels = pixels;
    CHECK(said_of(page_with({run_at("behind it", {10, 20}), picture})) == collides);
    // Over each edge of the page, and cut by a clip.
    CHECK(said_of(page_with({run_at("beyond", {180, 20})})) == clipped);
    CHECK(said_of(page_with({run_at("before", {-8, 20})})) == clipped);
    CHECK(said_of(page_with({run_at("Above", {20, 3})})) == clipped);
    CHECK(said_of(page_with({run_at("gyp", {20, 99.5})})) == clipped);
    scene::Group cut;
    cut.clip = base::Rect{0, 0, 20, 100};
    cut.items.emplace_back(run_at("half of it", {10, 20}));
    CHECK(said_of(page_with({cut})) == clipped);
    // Too small, as set or as painted.
    CHECK(said_of(page_with({run_at("tiny", {10, 20}, 5)})) == small);
    scene::Group shrunk;
    shrunk.transform = {0.5, 0, 0, 0.5, 0, 0};
    shrunk.items.emplace_back(run_at("as painted", {10, 20}));
    CHECK(said_of(page_with({shrunk})) == small);
    // A colour too near to the paper's, or to its bar's.
    auto pale = run_at("pale", {10, 20});
    pale.fill = {190, 190, 190, 1};
    CHECK(said_of(page_with({pale})) == faint);
    CHECK(said_of(page_with({box({5, 5, 60, 30}, kBlue), run_at("dark", {10, 20})})) == faint);
    // Turned words, where they are turned to.
    scene::Group turned;
    turned.transform = {0, -1, 1, 0, 50, 80};
    turned.items.emplace_back(run_at("turned words", {0, 0}));
    CHECK(said_of(page_with({turned, run_at("in the way", {35, 60})})) == collides);
    CHECK(said_of(page_with({turned, run_at("not in it", {60, 60})})).empty());
}

TEST_CASE("an opaque ground clears the lines beneath the words on it", "[labels]") {
    const auto through = line({0, 17}, {200, 17});
    CHECK(said_of(page_with({through, box({5, 8, 60, 18}, kWhite), run_at("clear", {10, 20})})).empty());
    CHECK(said_of(page_with({through, box({5, 8, 60, 18}, {255, 255, 255, 0.2}), run_at("washed", {10, 20})})) ==
          Codes{paint::code::label_collides});
    CHECK(said_of(page_with({box({5, 8, 60, 18}, kWhite), through, run_at("over it", {10, 20})})) ==
          Codes{paint::code::label_collides});
}

TEST_CASE("each build says of words outside figures what hides or cuts them", "[labels]") {
    const auto bare = [](std::vector<scene::Item> items) {
        scene::Mark block;
        block.role = scene::Role::paragraph;
        block.items = std::move(items);
        scene::Page page;
        page.size = {200, 100};
        page.items.emplace_back(std::move(block));
        return page;
    };
    CHECK(said_of(bare({run_at("first line", {10, 20}), run_at("gyp next", {10, 30})})).empty());
    CHECK(said_of(bare({line({0, 17}, {200, 17}), run_at("on a rule", {10, 20})})).empty());
    CHECK(said_of(bare({run_at("hidden", {10, 20}), box({5, 5, 60, 30}, kBlue)})) ==
          Codes{paint::code::label_collides});
    CHECK(said_of(bare({run_at("beyond", {180, 20})})) == Codes{paint::code::label_clipped});
}

TEST_CASE("a block with many words cut off is one finding, at its place", "[labels]") {
    scene::Mark table;
    table.role = scene::Role::table;
    table.span = diag::Span{std::make_shared<diag::SourceText>("note.yaml", "title: Rain\n"), 0, 5};
    for (const double y : {20, 40, 60}) table.items.emplace_back(run_at("beyond", {190, y}));
    scene::Page page;
    page.size = {200, 100};
    page.label = "1";
    page.items.emplace_back(table);
    const auto found = paint::audit_doubts(page, *house().fonts);
    REQUIRE(found.size() == 1);
    CHECK(found.front().code == paint::code::label_clipped);
    CHECK(found.front().span == table.span);
    CHECK(found.front().message == "page 1: “beyond” is cut off; 2 more like this in the same block");
    CHECK(found.front().remedy.find("leave out columns") != std::string::npos);
}

/// The names of a sankey's inner stages lie on its flows where it is small.
bool lies_on_flows(const doc::Chart& chart) {
    return chart.form == vocabulary::Form::sankey;
}

TEST_CASE("a fault of each kind, planted in a drawn chart, is found in every form", "[labels]") {
    for (const auto& [name, chart] : all_forms()) {
        if (lies_on_flows(chart)) continue;
        INFO(name);
        const auto got = drawn(chart, 252, 140);
        REQUIRE(got.has_value());
        const Drawing& drawing = got.value();
        std::size_t at = drawing.items.size();
        for (std::size_t i = 0; i < drawing.items.size(); ++i)
            if (std::holds_alternative<scene::GlyphRun>(drawing.items[i])) at = i;
        if (at == drawing.items.size()) continue;  // small multiples keep their words in groups
        const auto run = std::get<scene::GlyphRun>(drawing.items[at]);
        const auto planted = [&](auto change) {
            Drawing faulty = drawing;
            change(faulty, std::get<scene::GlyphRun>(faulty.items[at]));
            return page_of(faulty);
        };
        const base::Rect place = rect_of(run);
        CHECK(said_of(page_of(drawing)).empty());
        CHECK(says_of(planted([&](Drawing& it, auto&) {
                          it.items.emplace_back(run_at("Planted", {place.x, run.origin.y}));
                      }),
                      paint::code::label_collides, run.text));
        CHECK(says_of(planted([&](Drawing& it, auto&) {
                          const double middle = run.origin.y - 0.3 * run.size;
                          it.items.insert(it.items.begin(), line({0, middle}, {it.size.width, middle}));
                          // Under all else: where a mark covers the line it does no harm, so it goes over them.
                          std::rotate(it.items.begin(), it.items.begin() + 1,
                                      it.items.begin() + static_cast<std::ptrdiff_t>(at) + 1);
                      }),
                      paint::code::label_collides, run.text));
        CHECK(says_of(planted([&](Drawing& it, auto&) { it.items.emplace_back(box(place, kWhite)); }),
                      paint::code::label_collides, run.text));
        CHECK(says_of(planted([&](Drawing& it, auto& words) { words.origin.x = it.size.width - run.width / 2; }),
                      paint::code::label_clipped, run.text));
        CHECK(says_of(planted([&](Drawing& it, auto& words) { words.origin.y = it.size.height + run.size; }),
                      paint::code::label_clipped, run.text));
        CHECK(says_of(planted([&](Drawing&, auto& words) { words = run_at(run.text, run.origin, 4); }),
                      paint::code::label_too_small, run.text));
        CHECK(says_of(
            planted([&](Drawing& it, auto& words) {
                words.fill = kWhite;
                it.items.insert(it.items.begin() + static_cast<std::ptrdiff_t>(at), box(place, {240, 240, 240, 1}));
            }),
            diag::code::contrast_low, run.text));
    }
}

TEST_CASE("no form has words that collide, at three sizes", "[labels]") {
    for (const auto& [name, chart] : all_forms()) {
        if (lies_on_flows(chart)) continue;
        for (const auto& [width, height] : three_sizes()) {
            INFO(name << " " << width << " x " << height);
            const auto drawing = drawn(chart, width, height);
            REQUIRE(drawing.has_value());
            for (const auto& one :
                 paint::audit(page_of(drawing.value()), *house().fonts, house().layout.chart.min_size)) {
                INFO(one.message);
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
