// A deck whose slides are all dark: `ground: night`.
#include "catch.h"
#include "diag/codes.h"
#include "fixture.h"
#include "style/codes.h"

using namespace precis;

namespace {

style::Layout dark(const Folder& folder, const std::string& more = {}) {
    folder.write("dark.yaml", "layout: 1\nextends: executive-deck\nground: night\n" + more);
    auto loaded = style::load("dark", over_shipped(folder), {});
    REQUIRE(loaded.diagnostics().empty());
    return std::move(loaded).value();
}

}  // namespace

TEST_CASE("colours become their counterparts on the ground", "[style][ground]") {
    const Folder folder("ground");
    const auto l = dark(folder);
    CHECK(l.color("background") == l.color("night"));
    CHECK(l.color("foreground") == l.color("night-text"));
    CHECK(l.color("quiet") == l.color("night-quiet"));
    CHECK(l.color("accent") == l.color("night-mark"));
    CHECK(l.color("data") == l.color("night-mark-2"));
    CHECK(l.color("light") == l.color("night-panel"));
    CHECK(l.color("night-text") == base::Color{0xF6, 0xF1, 0xE8, 1});  // not a panel, though `light` was its colour
    CHECK(l.style("points").color == l.color("night-text"));
    CHECK(l.chart.primary == l.color("night-mark-2"));
    CHECK(l.table.head_ground == l.color("night-panel"));
    CHECK(base::luminance(l.chart.sequential.front()) < base::luminance(l.chart.sequential.back()));
    CHECK(l.chart.diverging[3] == l.color("night-panel"));
}

TEST_CASE("all words and series can be read on the ground", "[style][ground]") {
    const Folder folder("ground");
    const auto l = dark(folder);
    for (const auto& [name, look] : l.styles) {
        INFO(name);
        CHECK(base::contrast(look.color, look.ground.value_or(l.color("background"))) >= 4.5);
    }
    for (const auto& color : l.chart.palette) CHECK(base::contrast(color, l.color("night")) >= 4.5);
}

TEST_CASE("a brand's colours are exchanged, too", "[style][ground]") {
    const Folder folder("ground");
    folder.write("brand.yml", "color: {palette: {wine: \"#6E1F3C\"}, primary: wine, background: \"#FFFFFF\"}\n");
    folder.write("dark.yaml", "layout: 1\nextends: executive-deck\nground: night\n");
    auto search = over_shipped(folder);
    search.brand = folder.path() / "brand.yml";
    const auto l = style::load("dark", search, {}).value();
    CHECK(l.color("background") == l.color("night"));
    CHECK(base::contrast(l.color("primary"), l.color("night")) >= 4.5);
}

TEST_CASE("a ground needs counterparts, and a layout of slides", "[style][ground]") {
    const Folder folder("ground");
    const auto found = [&](const std::string& text) {
        folder.write("other.yaml", "layout: 1\n" + text);
        return codes(style::load("other", over_shipped(folder), {}).diagnostics());
    };
    CHECK(found("extends: executive-deck\nground: dusk\n") == std::vector{style::code::unknown_style});
    CHECK(found("extends: executive-deck\nground: light\n") == std::vector{diag::code::bad_value});
    CHECK(found("extends: research-note\nground: night\n") == std::vector{diag::code::key_conflict});
}
