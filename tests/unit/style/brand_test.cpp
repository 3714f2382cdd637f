// Brand files: brand.yml's vocabulary over a layout's colours and families.
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
  precis: {publisher: Acme Research, palette: [sky, dusk, "#3D8B6E"], disclosure: None.}
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
    CHECK(l.style("finding").family == "Roboto");
    CHECK(l.style("code").family == "JetBrains Mono");
    CHECK(l.chart.palette == std::vector{l.color("sky"), l.color("dusk"), *base::parse_color("#3D8B6E")});
    CHECK(l.chart.primary == l.color("sky"));
}

TEST_CASE("a brand's names in full and in short, and single texts", "[style]") {
    CHECK(branded("meta: {name: {short: Acme, full: Acme Incorporated}}").value().brand.name == "Acme");
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

TEST_CASE("a brand with too little contrast on white is refused", "[style][diag]") {
    const auto pale = branded("color: {primary: \"#FFE680\"}");
    CHECK_FALSE(pale.ok());
    for (const auto& diagnostic : pale.diagnostics()) CHECK(diagnostic.code == diag::code::contrast_low);
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
