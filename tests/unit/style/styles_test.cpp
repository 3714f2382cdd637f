// Text styles: what they inherit, and their contrast.
#include "catch.h"
#include "diag/codes.h"
#include "diag/print.h"
#include "fixture.h"
#include "style/codes.h"
#include "style/load.h"

using namespace precis;
namespace {

diag::Result<style::Layout> load_styles(const std::string& keys) {
    const Folder folder;
    folder.write("mine.yaml", R"(layout: 1
fonts: {base: Vollkorn, headings: Lato}
colors: {foreground: "#14202B", quiet: "#5D6B76", faint: "#B9C3CB", night: "#0A2430", loud: quiet}
)" + keys);
    return style::load("mine", search_in(folder.path(), {folder.path()}), {});
}

style::Layout styled(const std::string& keys) {
    auto loaded = load_styles(keys);
    INFO(diag::print(loaded.diagnostics(), diag::Format::text));
    REQUIRE(loaded.diagnostics().empty());
    return std::move(loaded).value();
}

}  // namespace

TEST_CASE("a key that a style leaves out is body's", "[style]") {
    const auto l =
        styled("styles: {body: {size: 10 pt, leading: 13 pt, align: justify, weight: 300}, note: {color: quiet}}");
    auto wanted = l.style("body");
    wanted.color = l.color("quiet");
    CHECK(l.style("note") == wanted);
    CHECK(l.style("body").family == "Vollkorn");
    CHECK(l.style("body").color == l.color("foreground"));
}

TEST_CASE("a style that is like another takes over from that one", "[style]") {
    const auto l = styled(R"(styles:
  a-child: {like: parent, italic: true}
  parent: {like: grandparent, weight: 700}
  grandparent: {font: headings, size: 20 pt, leading: 30 pt}
)");
    CHECK(l.style("a-child").family == "Lato");
    CHECK(l.style("a-child").size == 20);
    CHECK(l.style("a-child").leading == 30);
    CHECK(l.style("a-child").weight == 700);
    CHECK(l.style("a-child").italic);
    CHECK_FALSE(l.style("parent").italic);
}

TEST_CASE("a size without a leading keeps the proportion", "[style]") {
    const auto l = styled("styles: {body: {size: 10 pt, leading: 14 pt}, half: {size: 5 pt}, tight: {leading: 10 pt}}");
    CHECK(l.style("half").leading == Approx(7));
    CHECK(l.style("tight").leading == 10);
    CHECK(l.style("tight").size == 10);
}

TEST_CASE("every field of a style is read", "[style]") {
    const auto l = styled(R"(styles:
  all:
    font: headings
    size: 8 pt
    leading: 10 pt
    weight: 800
    italic: true
    tracking: 0.06
    rise: 0.4
    color: quiet
    align: right
    hyphens: true
    capitals: true
    balance: true
    justify-from: 30
    word-space: {min: 0.8, optimum: 1.1, max: 1.4}
    letter-space: {min: -0.01, max: 0.02}
    letter-width: {min: 0.98, max: 1.01}
    hanging-punctuation: true
    indent: 10.5 pt
    before: 7 pt
    after: 3.5 pt
    lines: 2
    figures: tabular
)");
    style::TextStyle wanted;
    wanted.family = "Lato";
    wanted.size = 8;
    wanted.leading = 10;
    wanted.weight = 800;
    wanted.italic = wanted.hyphens = wanted.capitals = wanted.balance = true;
    wanted.justify_from = 30;
    wanted.word_space = {0.8, 1.1, 1.4};
    wanted.letter_space = {-0.01, 0.02};
    wanted.letter_width = {0.98, 1.01};
    wanted.hanging = true;
    wanted.tracking = 0.06;
    wanted.rise = 0.4;
    wanted.color = l.color("quiet");
    wanted.align = style::Align::right;
    wanted.indent = 10.5;
    wanted.before = 7;
    wanted.after = 3.5;
    wanted.lines = 2;
    wanted.figures = style::Figures::tabular;
    CHECK(l.style("all") == wanted);
}

TEST_CASE("limits of justified lines are inherited one by one, and their order is tested", "[style][diag]") {
    const auto l = styled("styles: {body: {word-space: {min: 0.7, max: 1.3}}, note: {word-space: {max: 1.8}}}");
    CHECK(l.style("note").word_space == style::WordSpace{0.7, 1, 1.8});
    const auto refused = load_styles("styles: {body: {word-space: {min: 1.2}}, note: {letter-width: {max: 1.1}}}");
    REQUIRE(refused.diagnostics().size() == 2);
    CHECK(refused.diagnostics()[1].message == "the narrowest space is 1.2, the optimum 1, the widest 1.55");
    CHECK(refused.diagnostics()[0].code == diag::code::bad_value);
}

TEST_CASE("styles that are like themselves are refused once", "[style][diag]") {
    const auto circle = load_styles("styles: {a: {like: b}, b: {like: c}, c: {like: a}}");
    REQUIRE(codes(circle.diagnostics()) == std::vector{diag::code::bad_value});
    CHECK(circle.has_value());
    CHECK(codes(load_styles("styles: {a: {like: a}}").diagnostics()) == std::vector{diag::code::bad_value});
    const auto by_body = load_styles("styles: {body: {like: plain}, plain: {size: 8 pt}}");
    CHECK(by_body.ok());
    CHECK(by_body.value().style("body").size == 8);
    const auto unknown = load_styles("styles: {heading: {size: 9 pt}, a: {like: headng}}");
    REQUIRE(codes(unknown.diagnostics()) == std::vector{style::code::unknown_style});
    CHECK(unknown.diagnostics().front().remedy == "did you mean “heading”?");
}

TEST_CASE("a contrast under the limit is reported once, where the colour is set", "[style][diag]") {
    const auto low =
        load_styles("styles: {quiet: {color: faint}, quieter: {like: quiet, size: 8 pt}, note: {like: quieter}}");
    REQUIRE(codes(low.diagnostics()) == std::vector{diag::code::contrast_low});
    CHECK(pointed_at(low.diagnostics().front()) == "faint");
    CHECK_THAT(low.diagnostics().front().message, ContainsSubstring("#B9C3CB on #FFFFFF, a contrast of 1.8"));
    CHECK(load_styles("limits: {contrast-text: 1.5}\nstyles: {quiet: {color: faint}}").ok());
}

TEST_CASE("a style on a ground of its own is measured against that", "[style][diag]") {
    CHECK(load_styles("styles: {cover: {color: faint, ground: night}}").ok());
    const auto dark = load_styles("styles: {cover: {ground: night}}");
    REQUIRE(codes(dark.diagnostics()) == std::vector{diag::code::contrast_low});
    CHECK(pointed_at(dark.diagnostics().front()) == "night");
}

TEST_CASE("a weight is a number or a role", "[style]") {
    const auto l = styled(
        "styles: {a: {weight: regular}, b: {weight: medium}, c: {weight: strong}, d: {weight: display}, e: {weight: "
        "650}}");
    CHECK(l.style("a").weight == 400);
    CHECK(l.style("b").weight == 500);
    CHECK(l.style("c").weight == 700);
    CHECK(l.style("d").weight == 800);
    CHECK(l.style("e").weight == 650);
    CHECK_FALSE(l.strict_faces);
    const auto wrong = load_styles("styles: {a: {weight: strnog}}").diagnostics();
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].code == diag::code::bad_value);
    CHECK_THAT(wrong[0].remedy, ContainsSubstring("strong"));
    CHECK(codes(load_styles("styles: {a: {weight: 950}}").diagnostics()) ==
          std::vector<diag::Code>{diag::code::bad_value});
}

TEST_CASE("fallback families are a list, a role is one family", "[style]") {
    const Folder folder;
    folder.write("mine.yaml",
                 "layout: 1\nfonts: {base: Lato, fallback: [DejaVu Sans, Noto Sans]}\nstrict-faces: true\n");
    const auto l = style::load("mine", search_in(folder.path(), {folder.path()}), {});
    REQUIRE(l.ok());
    CHECK(l.value().fallback == std::vector<std::string>{"DejaVu Sans", "Noto Sans"});
    CHECK(l.value().fonts.count("fallback") == 0);
    CHECK(l.value().strict_faces);
    folder.write("mine.yaml", "layout: 1\nfonts: {base: Lato, slides: [Lato, Carlito]}\n");
    const auto wrong = style::load("mine", search_in(folder.path(), {folder.path()}), {}).diagnostics();
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].code == diag::code::bad_value);
    CHECK(pointed_at(wrong[0]) == "[Lato, Carlito]");
}
