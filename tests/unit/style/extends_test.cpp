// Chains of layouts: inheritance, replacement and circles.
#include "catch.h"
#include "diag/codes.h"
#include "fixture.h"
#include "style/codes.h"
#include "style/load.h"

using namespace precis;
namespace {

diag::Result<style::Layout> load(const Folder& folder, const std::string& name) {
    return style::load(name, over_shipped(folder), {});
}

}  // namespace

TEST_CASE("mappings merge, lists and scalars replace", "[style]") {
    const Folder folder;
    folder.write("mine.yaml", R"(layout: 1
extends: research-note
title: Mine
page: {margins: {top: 20 mm}}
section: [title, body]
styles:
  title: {size: 27 pt, leading: 31.5 pt}
)");
    const auto mine = load(folder, "mine");
    REQUIRE(mine.ok());
    const auto theirs = load(folder, "research-note").value();
    const auto& l = mine.value();
    CHECK(l.name == "mine");
    CHECK(l.title == "Mine");
    CHECK(l.margins.top == Approx(20 / 25.4 * 72));
    CHECK(l.margins.left == theirs.margins.left);
    CHECK(l.section == std::vector{style::SectionPiece::title, style::SectionPiece::body});
    CHECK(l.parts.size() == theirs.parts.size());
    CHECK(l.style("title").size == 27);
    CHECK(l.style("title").weight == 700);
    CHECK(l.style("body") == theirs.style("body"));
}

TEST_CASE("an empty mapping clears what was inherited", "[style]") {
    const Folder folder;
    folder.write("bare.yaml", "layout: 1\nextends: research-note\nheader: {}\n");
    const auto l = load(folder, "bare");
    REQUIRE(l.ok());
    CHECK(l.value().header.left.empty());
    CHECK(l.value().header.right.empty());
    CHECK_FALSE(l.value().footer.right.empty());
}

TEST_CASE("a text style that says what it is like starts anew", "[style]") {
    const Folder folder;
    folder.write("mine.yaml", R"(layout: 1
extends: base
styles:
  exhibit-title: {like: body, size: 20 pt}
  exhibit-note: {weight: 700}
)");
    const auto l = load(folder, "mine");
    REQUIRE(l.ok());
    const auto& title = l.value().style("exhibit-title");
    CHECK(title.weight == l.value().style("body").weight);
    CHECK(title.family == l.value().style("body").family);
    CHECK(title.size == 20);
    CHECK(title.leading == Approx(20.0 * 14 / 9.8));
    CHECK(l.value().style("exhibit-note").size == 6.8);
    CHECK(l.value().style("exhibit-note").weight == 700);
}

TEST_CASE("extending its own name means the installed layout", "[style]") {
    const Folder folder;
    folder.write("research-note.yaml", "layout: 1\nextends: research-note\ntitle: Ours\n");
    const auto l = load(folder, "research-note");
    REQUIRE(l.ok());
    CHECK(l.value().title == "Ours");
    CHECK(l.value().parts.size() == 18);
}

TEST_CASE("a project's base goes before the installed one, also for installed layouts", "[style]") {
    const Folder folder;
    folder.write("base.yaml", "layout: 1\nextends: base\nchart: {height: 100 pt}\n");
    const auto l = load(folder, "research-note");
    REQUIRE(l.ok());
    CHECK(l.value().chart.height == 100);
    CHECK(l.value().chart.palette.size() == 8);
}

TEST_CASE("layouts that extend each other in a circle are refused where the circle closes", "[style][diag]") {
    const Folder folder;
    folder.write("a.yaml", "layout: 1\nextends: b\n");
    folder.write("b.yaml", "layout: 1\nextends: c\n");
    folder.write("c.yaml", "layout: 1\nextends: a\n");
    folder.write("alone.yaml", "layout: 1\nextends: alone\n");
    const auto circle = load(folder, "a");
    CHECK_FALSE(circle.has_value());
    REQUIRE(codes(circle.diagnostics()) == std::vector{style::code::layout_cycle});
    CHECK_THAT(circle.diagnostics().front().message, ContainsSubstring("a, b, c, a"));
    CHECK(circle.diagnostics().front().span.source->name() == "c.yaml");
    CHECK(pointed_at(circle.diagnostics().front()) == "a");
    CHECK(codes(load(folder, "alone").diagnostics()) == std::vector{style::code::layout_cycle});
}

TEST_CASE("a name that no folder has is answered with the nearest one", "[style][diag]") {
    const Folder folder;
    folder.write("child.yaml", "layout: 1\nextends: research-nite\n");
    folder.write("palette.yaml", "colors: {a: \"#000000\"}\n");
    const auto extended = load(folder, "child");
    REQUIRE(codes(extended.diagnostics()) == std::vector{style::code::unknown_layout});
    CHECK(pointed_at(extended.diagnostics().front()) == "research-nite");
    CHECK(extended.diagnostics().front().remedy == "did you mean “research-note”?");

    const auto source = std::make_shared<diag::SourceText>("briefing.yaml", "layout: reserch-note\n");
    const auto asked = style::load("reserch-note", over_shipped(folder), diag::Span{source, 8, 20});
    REQUIRE(codes(asked.diagnostics()) == std::vector{style::code::unknown_layout});
    CHECK(pointed_at(asked.diagnostics().front()) == "reserch-note");
    CHECK(codes(load(folder, "../secrets").diagnostics()) == std::vector{style::code::unknown_layout});
    CHECK(codes(load(folder, "palette").diagnostics()) == std::vector{diag::code::missing_key});
}

TEST_CASE("a link out of the project is refused, one inside it is followed", "[style][diag]") {
    const Folder outside, folder;
    const auto secret = outside.write("secret.yaml", "layout: 1\ntitle: Secret\n");
    const auto shared = folder.write("shared/near.yaml", "layout: 1\nextends: base\n");
    std::filesystem::create_symlink(secret, folder / "far.yaml");
    std::filesystem::create_symlink(shared, folder / "near.yaml");
    CHECK(load(folder, "near").ok());
    const auto far = load(folder, "far");
    CHECK_FALSE(far.has_value());
    CHECK(codes(far.diagnostics()) == std::vector{diag::code::file_outside_root});
}

TEST_CASE("another version of the language is refused", "[style][diag]") {
    const Folder folder;
    folder.write("later.yaml", "layout: 2\nextends: base\n");
    const auto later = load(folder, "later");
    REQUIRE(codes(later.diagnostics()) == std::vector{diag::code::wrong_version});
    CHECK(pointed_at(later.diagnostics().front()) == "2");
}

TEST_CASE("layout names are those with a title, the project's and the installed", "[style]") {
    const Folder folder;
    folder.write("zebra.yaml", "layout: 1\nextends: base\ntitle: Stripes\n");
    folder.write("hidden.yaml", "layout: 1\nextends: base\n");
    folder.write("notes.txt", "layout: 1\ntitle: no\n");
    const auto names = style::layout_names(over_shipped(folder));
    const auto has = [&](const char* name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    CHECK(has("zebra"));
    CHECK(has("research-note"));
    CHECK_FALSE(has("hidden"));
    CHECK_FALSE(has("notes"));
    CHECK(style::layout_names(search_in({}, {folder / "nowhere"})).empty());
}
