// Pages as SVG: what a file says, beside what a renderer shows of it (tests/pdf).
#include "catch.h"
#include "paint/paint.h"

using namespace precis;

namespace {

scene::GlyphRun run_of(const std::string& text, double step) {
    scene::GlyphRun run;
    run.text = text;
    run.face = {"Lato", 400, false};
    run.size = 10;
    run.origin = {20, 50};
    for (std::size_t i = 0; i < text.size();) {
        const auto bytes = static_cast<unsigned char>(text[i]) >= 0xC0 ? 2 : 1;
        run.glyphs.push_back({1, static_cast<double>(run.glyphs.size()) * step, 0, static_cast<std::uint16_t>(bytes)});
        i += static_cast<std::size_t>(bytes);
    }
    run.width = static_cast<double>(run.glyphs.size()) * step;
    return run;
}

scene::Page page_with(std::vector<scene::Item> items) {
    scene::Page page;
    page.size = {200, 100};
    page.items = std::move(items);
    return page;
}

std::string drawn(const scene::Page& page, const paint::SvgPlaces& places = {}) {
    auto svg = paint::svg_page(page, {.title = "Rain", .language = "en-GB", .file = "report.1.svg", .places = places});
    REQUIRE(svg.has_value());
    return svg.value();
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("each word of a page stands at its own place, with real text", "[paint]") {
    const auto svg = drawn(page_with({run_of("It rained", 6)}));
    CHECK(has(svg, ">It</tspan> <tspan x=\"38\" textLength=\"36\" lengthAdjust=\"spacingAndGlyphs\">rained</tspan>"));
    CHECK(has(svg, "font-family=\"Lato, sans-serif\""));
}

TEST_CASE("a hyphen at a line's end is shown", "[paint]") {
    CHECK(has(drawn(page_with({run_of("rain\u00ad", 6)})), ">rain-</tspan>"));
}

TEST_CASE("pictures are embedded", "[paint]") {
    scene::Image image;
    image.pixels = std::make_shared<scene::Pixels>(scene::Pixels{1, 1, {255, 0, 0, 255}});
    image.at = {10, 20, 30, 40};
    const auto svg = drawn(page_with({image}));
    CHECK(has(svg,
              "<image x=\"10\" y=\"20\" width=\"30\" height=\"40\" preserveAspectRatio=\"none\" "
              "href=\"data:image/png;base64,iVBORw0KGgo"));
}

TEST_CASE("links lead to addresses, to the page's own places and to other pages' files", "[paint]") {
    auto page =
        page_with({scene::Link{{0, 0, 9, 9}, "https://example.org/", "Out"},
                   scene::Link{{0, 0, 9, 9}, "#fig:rain", "Here"}, scene::Link{{0, 0, 9, 9}, "#snow", "There"}});
    page.anchors = {{"fig:rain", {5, 6}}};
    const auto svg = drawn(page, {{"fig:rain", "report.1.svg"}, {"snow", "report.2.svg"}});
    CHECK(has(svg, "<a href=\"https://example.org/\">"));
    CHECK(has(svg, "<a href=\"#to-fig-rain\">"));
    CHECK(has(svg, "<a href=\"report.2.svg#to-snow\">"));
    CHECK(has(svg, "id=\"to-fig-rain\""));
    auto lost = paint::svg_page(page, {.title = "", .language = "en", .file = "a.svg", .places = {}});
    CHECK(lost.diagnostics().size() == 2);
}

TEST_CASE("figures have their alternative text", "[paint]") {
    scene::Mark figure;
    figure.role = scene::Role::figure;
    figure.id = "fig:rain";
    figure.alternative = "Rain & snow";
    figure.items.emplace_back(run_of("a", 5));
    CHECK(has(drawn(page_with({figure})), "role=\"img\" aria-label=\"Rain &amp; snow\""));
}
