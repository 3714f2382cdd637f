// Brand files: brand.yml's vocabulary over a layout's colours and families.
#include <filesystem>
#include <fstream>

#include "base/oklab.h"
#include "catch.h"
#include "diag/codes.h"
#include "diag/print.h"
#include "fixture.h"
#include "style/codes.h"
#include "style/load.h"
#include "yaml/codes.h"

using namespace precis;
using diag::Code;

namespace {

const std::string kDrawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 6 6\"/>";

/// The research note with a brand, beside which two logos lie.
diag::Result<style::Layout> branded(const std::string& brand) {
    const Folder folder;
    folder.write("logo.svg", kDrawing);
    folder.write("white.svg", kDrawing);
    auto search = over_shipped(folder);
    search.brand = folder.write("brand.yaml", brand);
    return style::load("research-note", search, {});
}

}  // namespace

TEST_CASE("a brand's colours and families replace those of the same names", "[style]") {
    const auto brand = branded(R"(meta: {name: Acme, link: "https://example.org"}
logo: {images: {mark: a.png}, medium: logo.svg}
color:
  palette: {sky: "#1F6FB2", dusk: "#12263F", accent: dusk}
  primary: sky
  danger: dusk
typography:
  fonts: [{family: Noto Serif, source: system}]
  base: Noto Serif
  headings: {family: Roboto, weight: 600}
defaults:
  precis: {publisher: Acme Research, palette: [sky, dusk, "#B2601F"], disclosure: None.}
  quarto: {format: {html: {toc: true}}}
)");
    INFO(diag::print(brand.diagnostics(), diag::Format::text));
    REQUIRE(brand.ok());
    const auto& l = brand.value();
    CHECK(l.brand.name == "Acme");
    CHECK(l.brand.publisher == "Acme Research");
    CHECK(l.brand.disclosure == "None.");
    CHECK(l.brand.logos.medium.light.file.filename() == "logo.svg");
    CHECK(base::to_string(l.color("primary")) == "#1F6FB2");
    CHECK(base::to_string(l.color("accent")) == "#12263F");
    CHECK(l.color("danger") == l.color("dusk"));
    CHECK(l.style("figure-value").color == l.color("sky"));
    CHECK(l.style("body").family == "Noto Serif");
    CHECK(l.style("heading-1").family == "Roboto");
    CHECK(l.style("heading-1").weight == 600);
    CHECK(l.style("finding").family == "Noto Serif");
    CHECK(l.style("code").family == "JetBrains Mono");
    CHECK(l.chart.palette == std::vector{l.color("sky"), l.color("dusk"), *base::parse_color("#B2601F")});
    CHECK(l.chart.primary == l.color("sky"));
}

TEST_CASE("a brand's names in full and in short, and single texts", "[style]") {
    CHECK(branded("meta: {name: {short: Acme, full: Acme Incorporated}}").value().brand.name == "Acme");
    CHECK(branded("meta: {name: {short: Acme, full: Acme Incorporated}}").value().brand.publisher ==
          "Acme Incorporated");
    CHECK(branded("meta: {name: {full: Acme Incorporated}}").value().brand.name == "Acme Incorporated");
}

TEST_CASE("a logo is a picture, one by size, or one for each ground", "[style]") {
    const auto logos = [](const std::string& keys) {
        const auto brand = branded(keys);
        INFO(diag::print(brand.diagnostics(), diag::Format::text));
        REQUIRE(brand.ok());
        return brand.value().brand.logos;
    };
    CHECK(logos("logo: logo.svg").medium.light.file.filename() == "logo.svg");
    CHECK(logos("logo: {light: logo.svg, dark: white.svg}").medium.dark.file.filename() == "white.svg");
    const auto sizes = logos(
        "logo:\n  images: {mark: logo.svg, pale: {path: white.svg, alt: A pale mark}}\n"
        "  small: mark\n  large: {light: mark, dark: pale}\n");
    CHECK(sizes.small.light.file.filename() == "logo.svg");
    CHECK(sizes.large.dark.file.filename() == "white.svg");
    CHECK(sizes.large.dark.alt == "A pale mark");
    CHECK(sizes.medium == style::LogoForms{});
}

TEST_CASE("a logo that is not there is an error at its path", "[style][diag]") {
    const auto missing = branded("meta: {name: Acme}\nlogo: {small: logo.svg, large: {light: nosuch.svg}}\n");
    REQUIRE(codes(missing.diagnostics()) == std::vector<Code>{diag::code::file_not_found});
    CHECK(pointed_at(missing.diagnostics().front()) == "nosuch.svg");
    const auto away = branded("logo: \"https://example.org/logo.svg\"\n");
    REQUIRE(codes(away.diagnostics()) == std::vector<Code>{diag::code::bad_value});
    CHECK(codes(branded("logo: {size: 4}").diagnostics()).front() == diag::code::missing_key);
}

TEST_CASE("faults of a brand are found in the brand's file", "[style][diag]") {
    const auto brand = branded(
        "color: {primary: skye, palette: {sky: \"#1F6FB2\", round: about, about: round}}\n"
        "typografy: {base: Lato}\ndefaults: {precis: {publishr: A}}\n");
    REQUIRE(codes(brand.diagnostics()).size() == 4);
    std::vector<Code> reported = codes(brand.diagnostics());
    CHECK(std::count(reported.begin(), reported.end(), yaml::code::unknown_key) == 2);
    CHECK(std::count(reported.begin(), reported.end(), style::code::unknown_style) == 1);  // skye
    CHECK(std::count(reported.begin(), reported.end(), diag::code::bad_value) == 1);       // round, about
    for (const auto& diagnostic : brand.diagnostics()) CHECK(diagnostic.span.source->name() == "brand.yaml");
}

TEST_CASE("a pale brand keeps its colour where nothing is read, and says which colours marks and words have",
          "[style][diag]") {
    const auto pale = branded("color: {primary: \"#FFE680\"}");
    REQUIRE(codes(pale.diagnostics()) == std::vector{diag::code::contrast_low});
    CHECK(pointed_at(pale.diagnostics().front()) == "\"#FFE680\"");
    const auto& l = pale.value();
    const auto paper = l.color("background");
    CHECK(base::to_string(l.color("primary")) == "#FFE680");
    CHECK(base::contrast(l.chart.primary, paper) >= 3);
    CHECK(base::contrast(l.chart.primary, paper) < 3.3);  // the nearest
    CHECK(base::contrast(l.style("figure-value").color, paper) >= 4.5);
    const auto own = branded("color: {primary: \"#FFE680\", palette: {data: \"#806000\", primary-text: \"#705000\"}}");
    CHECK(own.diagnostics().empty());
    CHECK(base::to_string(own.value().chart.primary) == "#806000");
}

TEST_CASE("copies of the program's layouts that nobody has changed take a brand's colours as they do", "[style]") {
    const Folder copy("copies");
    for (const auto& entry : std::filesystem::directory_iterator(kShipped))
        if (entry.path().extension() == ".yaml") std::filesystem::copy(entry.path(), copy / entry.path().filename());
    copy.write("pale.yaml", "color: {primary: \"#4F81BD\"}\n");
    auto search = search_in(copy.path(), {copy.path()});
    search.house = kShipped;
    search.brand = copy / "pale.yaml";
    const auto worn = style::load("executive-deck", search, {});
    CHECK(codes(worn.diagnostics()).empty());
    REQUIRE(worn.has_value());
    CHECK(base::contrast(worn.value().style("source-number").color, worn.value().color("background")) >= 4.5);
    // A file with other words is the project's: what it states, stays.
    std::ofstream(copy / "base.yaml", std::ios::app) << "\n# ours\n";
    const auto own = style::load("executive-deck", search, {});
    CHECK_FALSE(codes(own.diagnostics()).empty());
}

TEST_CASE("colours that two kinds of sight confuse are reported with the nearest that differs", "[style][diag]") {
    const auto alike = branded("color: {primary: \"#5A8A00\", secondary: \"#A07A00\"}");
    REQUIRE(codes(alike.diagnostics()) == std::vector{style::code::colors_alike});
    CHECK(pointed_at(alike.diagnostics().front()) == "\"#A07A00\"");
    const auto& l = alike.value();
    CHECK(base::difference(l.chart.primary, l.chart.highlight) > 0.08);  // far enough for most
    CHECK(base::least_difference(l.chart.primary, l.chart.highlight) < 0.05);
}

TEST_CASE("a family stands for all roles that the brand gives none, a layout of the project before it", "[style]") {
    const auto one = branded("typography: {base: Roboto}");
    for (const char* style : {"body", "heading-1", "finding", "chart-label"})
        CHECK(one.value().style(style).family == "Roboto");
    const auto labels = branded("typography: {base: Roboto, headings: Lato}\ndefaults: {precis: {labels: Carlito}}");
    CHECK(labels.value().style("heading-1").family == "Lato");
    CHECK(labels.value().style("chart-label").family == "Carlito");
    const Folder folder;
    folder.write("mine.yaml", "layout: 1\nextends: executive-deck\nfonts: {slides: Noto Sans}\n");
    auto search = over_shipped(folder);
    search.brand = folder.write("brand.yaml", "typography: {base: Roboto, headings: Lato}");
    const auto deck = style::load("executive-deck", search, {}).value(), own = style::load("mine", search, {}).value();
    CHECK(deck.style("points").family == "Roboto");
    CHECK(deck.style("headline").family == "Lato");
    CHECK(own.style("points").family == "Noto Sans");
    search.brand = folder.write("brand.yaml", "typography: {headings: Lato}\ndefaults: {precis: {slides: Noto Serif}}");
    CHECK(style::load("executive-deck", search, {}).value().style("headline").family == "Noto Serif");
}

TEST_CASE("sizes, weights and heights of lines of a brand's typography reach the styles", "[style]") {
    const auto plain = branded("meta: {name: Acme}").value();
    const auto brand = branded(R"(color: {palette: {dusk: "#12263F"}}
typography:
  base: {size: 110%, line-height: 1.5, weight: 500}
  headings: {weight: semi-bold, style: italic, line-height: 1.2, color: dusk}
  monospace: {family: Lato, size: 0.8em, weight: 700}
  monospace-inline: {color: dusk}
  monospace-block: {size: 7pt, line-height: 1.3, color: dusk, background-color: "#F0F0F0"}
  link: {weight: bold, color: dusk, decoration: none}
)");
    INFO(diag::print(brand.diagnostics(), diag::Format::text));
    REQUIRE(brand.ok());
    const auto& l = brand.value();
    const auto dusk = l.color("dusk");
    CHECK(l.style("body").size == Approx(plain.style("body").size * 1.1));
    CHECK(l.style("body").leading == Approx(l.style("body").size * 1.5));
    CHECK(l.grid.baseline == Approx(l.style("body").leading));
    CHECK(l.style("body").weight == 500);
    CHECK(l.style("heading-1").weight == 600);
    CHECK(l.style("heading-1").italic);
    CHECK(l.style("heading-1").color == dusk);
    CHECK(l.style("heading-1").leading == Approx(l.style("heading-1").size * 1.2));
    CHECK(l.style("figure-value").leading == plain.style("figure-value").leading);
    CHECK(l.style("code").size == Approx(7));
    CHECK(l.style("code").leading == Approx(9.1));
    CHECK(l.style("code").family == "Lato");
    CHECK(base::to_string(*l.style("code").ground) == "#F0F0F0");
    CHECK(l.code.family == "Lato");
    CHECK(l.code.size == Approx(0.8));
    CHECK(l.code.weight == 700);
    CHECK(l.code.color == dusk);
    CHECK(l.link.weight == 700);
    CHECK(l.link.color == dusk);
}

TEST_CASE("a brand's inks are kept beside their colours", "[style]") {
    const auto brand =
        branded("color: {palette: {navy: {hex: \"#14304F\", cmyk: [100, 60, 0, 30]}}, primary: navy}").value();
    REQUIRE(brand.brand.inks.size() == 1);
    CHECK(brand.brand.inks[0].color == brand.color("primary"));
    CHECK(brand.brand.inks[0].cyan == Approx(1));
    CHECK(brand.brand.inks[0].black == Approx(0.3));
}

TEST_CASE("a brand outside the project, or a missing one, is reported at the place that names it", "[style][diag]") {
    const Folder outside, folder;
    const auto named = std::make_shared<diag::SourceText>("precis.yaml", "brand: there.yaml");
    auto search = over_shipped(folder);
    search.brand = outside.write("there.yaml", "meta: {name: Elsewhere}");
    search.brand_wanted_by = {named, 7, 17};
    const auto far = style::load("research-note", search, {});
    REQUIRE(codes(far.diagnostics()) == std::vector{diag::code::file_outside_root});
    CHECK(pointed_at(far.diagnostics().front()) == "there.yaml");
    search.brand = folder / "there.yaml";
    const auto missing = style::load("research-note", search, {});
    REQUIRE(codes(missing.diagnostics()) == std::vector{diag::code::file_not_found});
    CHECK(pointed_at(missing.diagnostics().front()) == "there.yaml");
}
