// Cairo's painter in letters: at 72 dpi a point is a pixel, so small shapes are readable as text. And its refusals.
#include <algorithm>
#include <filesystem>
#include <limits>

#include "letters.h"
#include "paint/codes.h"
#include "paint/paint.h"
#include "text/setter.h"

using namespace precis;
using namespace precis::scene;

namespace {

const base::Color kRed{255, 0, 0, 1}, kGreen{0, 255, 0, 1}, kBlue{0, 0, 255, 1}, kBlack{0, 0, 0, 1};
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// A process has one font configuration: all tests share it.
const std::shared_ptr<text::Fonts>& fonts() {
    static const std::shared_ptr<text::Fonts> loaded =
        text::Fonts::load({{{"Lato", "fonts-lato", {{"/usr/share/fonts/truetype/lato/Lato-Regular.ttf"}}}}},
                          {{"Lato", {}}})
            .value();
    return loaded;
}

Path box(double x, double y, double w, double h, base::Color fill) {
    Path p;
    p.steps = {MoveTo{{x, y}}, LineTo{{x + w, y}}, LineTo{{x + w, y + h}}, LineTo{{x, y + h}}, ClosePath{}};
    p.fill = fill;
    return p;
}

Page page(double width, double height, std::vector<Item> items) {
    Page p;
    p.size = {width, height};
    p.items = std::move(items);
    return p;
}

std::string drawn(const Page& p, double dpi = 72) {
    auto got = paint::png(p, *fonts(), dpi);
    for (const auto& one : got.diagnostics()) UNSCOPED_INFO(one.message);
    REQUIRE(got.ok());
    return letters::in_letters(letters::read_png(got.value()));
}

void refused(const Item& item, const std::string& says) {
    Mark mark;
    mark.role = Role::figure;
    mark.span = {std::make_shared<diag::SourceText>("briefing.yaml", "chart: …"), 0, 5};
    mark.items = {item};
    Document d;
    d.pages = {page(10, 10, {mark})};
    for (const auto& found :
         {paint::png(d.pages[0], *fonts(), 72).diagnostics(), paint::pdf(d, *fonts()).diagnostics()}) {
        REQUIRE(found.size() == 1);
        CHECK(found[0].code == paint::code::not_painted);
        CHECK(found[0].span == mark.span);
        CHECK_THAT(found[0].message, ContainsSubstring(says));
    }
}

}  // namespace

TEST_CASE("later items cover earlier ones", "[paint]") {
    CHECK(drawn(page(6, 4, {box(0, 0, 4, 3, kRed), box(2, 1, 4, 2, kBlue)})) ==
          "RRRR..\n"
          "RRBBBB\n"
          "RRBBBB\n"
          "......\n");
}

TEST_CASE("a group moves, clips and blends its items as one", "[paint]") {
    Group group;
    group.transform = base::Affine::translate(1, 1);
    group.clip = base::Rect{0, 0, 3, 2};
    group.opacity = 0.5;
    group.items = {box(0, 0, 2, 9, kRed), box(1, 0, 9, 9, kBlue)};
    CHECK(drawn(page(6, 4, {group, box(5, 3, 1, 1, kBlack)})) ==
          "......\n"
          ".rbb..\n"
          ".rbb..\n"
          ".....K\n");
}

TEST_CASE("marks and links leave no ink of their own", "[paint]") {
    Mark mark;
    mark.role = Role::paragraph;
    mark.items = {box(0, 0, 1, 1, kGreen), Link{{0, 0, 4, 2}, "#a", ""}};
    CHECK(drawn(page(4, 2, {mark})) == "G...\n....\n");
}

TEST_CASE("strokes follow their dashes", "[paint]") {
    Path line;
    line.steps = {MoveTo{{0, 1.5}}, LineTo{{8, 1.5}}};
    line.stroke = Stroke{kBlack, 1, {2, 1}, false};
    CHECK(drawn(page(8, 3, {line})) ==
          "........\n"
          "KK.KK.KK\n"
          "........\n");
}

TEST_CASE("a hatch stays inside its shape, and neighbours continue its lines", "[paint]") {
    auto left = box(2, 2, 10, 10, kRed), right = box(12, 2, 10, 10, kRed), whole = box(2, 2, 20, 10, kRed);
    for (auto* shape : {&left, &right, &whole}) {
        shape->fill.reset();
        shape->hatch = Hatch{kBlack, kGreen, 4, 0.8};
    }
    const auto once = drawn(page(24, 14, {whole}));
    CHECK(drawn(page(24, 14, {left, right})) == once);
    CHECK_THAT(once, ContainsSubstring("G"));
    CHECK_THAT(once, ContainsSubstring("?"));  // the slanting lines' pixels
    for (int y = 0; y < 14; ++y)
        for (int x = 0; x < 24; ++x) {
            const bool inside = x >= 2 && x < 22 && y >= 2 && y < 12;
            CHECK((once[static_cast<std::size_t>(y * 25 + x)] == '.') != inside);
        }
    // The lines rise to the right: shifted right and up by a step, the picture is the same.
    CHECK(once[25 * 8 + 10] == once[25 * 7 + 11]);
    CHECK(once[25 * 8 + 10] == once[25 * 5 + 13]);
}

TEST_CASE("pictures are scaled into their place, with alpha", "[paint]") {
    Pixels pixels{2, 1, {255, 0, 0, 255, 0, 0, 255, 128}};
    CHECK(drawn(page(2, 1, {Image{std::make_shared<const Pixels>(pixels), {0, 0, 2, 1}}})) == "Rb\n");
}

TEST_CASE("glyphs stand on their baseline", "[paint]") {
    text::Setter setter(fonts());
    text::Run run;
    run.text = "H";
    run.face = {"Lato", 400, false};
    run.size = 40;
    auto glyphs = setter.set_line(run).value().runs.at(0);
    glyphs.origin = {5, 40};
    const auto picture = drawn(page(40, 50, {glyphs}));
    const auto row = [&](int y) { return picture.substr(static_cast<std::size_t>(y * 41), 40); };
    CHECK_THAT(row(25), ContainsSubstring("K"));
    CHECK_THAT(row(39), ContainsSubstring("K"));
    CHECK(row(41) == std::string(40, '.'));
    CHECK(row(5) == std::string(40, '.'));
}

TEST_CASE("a variable font is drawn in the weight in which it was set", "[paint]") {
    const std::string file = "/usr/share/fonts/truetype/inter-vf/Inter-roman.var.ttf";
    if (!std::filesystem::exists(file)) {
        WARN("fonts-inter-variable is not installed");
        return;
    }
    const text::FontIndex index{{{"Inter", "fonts-inter-variable", {{file, 100, false, 0, 900}}}}};
    const std::shared_ptr<text::Fonts> inter = text::Fonts::load(index, {{"Inter", {}}}).value();
    text::Setter setter(inter);
    // The upright of l: as wide as the letter's ink by HarfBuzz says, so that painter and setter have the same axes.
    double before = 0;
    for (const int weight : {100, 400, 900}) {
        text::Run run;
        run.text = "l";
        run.face = {"Inter", weight, false};
        run.size = 100;
        auto glyphs = setter.set_line(run).value().runs.at(0);
        const auto ink = inter->ink(glyphs);
        glyphs.origin = {5, 90};
        const auto png = paint::png(page(40, 100, {glyphs}), *inter, 72);
        REQUIRE(png.ok());
        const auto picture = letters::in_letters(letters::read_png(png.value()));
        const auto row = picture.substr(50 * 41, 40);
        const auto dark = static_cast<double>(std::count_if(row.begin(), row.end(), [](char c) { return c != '.'; }));
        CHECK(dark == Approx(ink.width).margin(2));
        CHECK(ink.width > before + 1);
        before = ink.width;
    }
}

TEST_CASE("a PNG says how large its pixels are", "[paint]") {
    const auto got = paint::png(page(72, 36, {}), *fonts(), 144);
    REQUIRE(got.ok());
    CHECK(letters::read_png(got.value()).width == 144);
    CHECK(letters::read_png(got.value()).height == 72);
    // 144 dpi are 5,669 pixels a metre; the checksum is that of the chunk's type and data.
    const std::string chunk("\0\0\0\x09pHYs\0\0\x16\x25\0\0\x16\x25\x01", 17);
    CHECK(got.value().find(chunk) == 33);
}

TEST_CASE("numbers that are none are refused at their mark", "[paint][diag]") {
    auto path = box(0, 0, kNaN, 1, kRed);
    refused(path, "shape");
    path = box(0, 0, 1, 1, kRed);
    path.stroke = Stroke{kRed, 1, {0, 0}, false};
    refused(path, "dashes");
    path.stroke.reset();
    path.hatch = Hatch{kRed, kBlue, 0, 1};
    refused(path, "hatch");
    Group group;
    group.transform.a = std::numeric_limits<double>::infinity();
    refused(group, "group");
    refused(Image{nullptr, {0, 0, 1, 1}}, "picture");
    GlyphRun run;
    run.face = {"Nowhere", 900, false};
    run.size = 10;
    run.text = "x";
    run.glyphs = {{1, 0, 0, 1}};
    refused(run, "Nowhere 900");
    run.face = {"Lato", 400, false};
    run.glyphs[0].bytes = 0;
    refused(run, "cover");
}

TEST_CASE("coordinates far off the page and flat groups do no harm", "[paint]") {
    Group flat;
    flat.transform = {0, 0, 0, 0, 0, 0};
    flat.items = {box(0, 0, 1, 1, kBlue)};
    CHECK(drawn(page(3, 2, {flat, box(-1e30, -1e30, 2e30, 1e30 + 1, kRed), box(1, 1, 1e300, 1e300, kGreen)})) ==
          "...\n.GG\n");
}

TEST_CASE("a page without size, or a document without pages, is refused", "[paint][diag]") {
    CHECK_FALSE(paint::png(page(0, 10, {}), *fonts(), 72).ok());
    CHECK_FALSE(paint::png(page(kNaN, 10, {}), *fonts(), 72).ok());
    CHECK_FALSE(paint::png(page(1e5, 10, {}), *fonts(), 300).ok());
    Document d;
    CHECK_FALSE(paint::pdf(d, *fonts()).ok());
    d.pages = {page(20000, 10, {})};
    CHECK_FALSE(paint::pdf(d, *fonts()).ok());
}

TEST_CASE("a PDF's bytes are the same twice", "[paint]") {
    Document d;
    d.metadata.date = "2026-03-25";
    d.pages = {page(60, 40, {box(0, 0, 4, 3, kRed)}), page(40, 60, {})};
    CHECK(paint::pdf(d, *fonts()).value() == paint::pdf(d, *fonts()).value());
}
