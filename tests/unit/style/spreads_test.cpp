// Pages for print: spreads, bleed, the head of the first page, paper of handouts.
#include "catch.h"
#include "diag/codes.h"
#include "diag/print.h"
#include "fixture.h"
#include "style/load.h"
#include "yaml/codes.h"

using namespace precis;
namespace {

diag::Result<style::Layout> load_text(const std::string& keys) {
    const Folder folder;
    folder.write("mine.yaml", "layout: 1\nextends: under\n" + keys);
    folder.write("under.yaml", "layout: 1\nextends: base\npage: {margins: {left: 40 pt, right: 50 pt}}\n");
    return style::load("mine", over_shipped(folder), {});
}

style::Layout layout_of(const std::string& keys) {
    auto loaded = load_text(keys);
    INFO(diag::print(loaded.diagnostics(), diag::Format::text));
    REQUIRE(loaded.diagnostics().empty());
    return std::move(loaded).value();
}

diag::Diagnostic finding(const std::string& keys) {
    const auto loaded = load_text(keys);
    INFO(diag::print(loaded.diagnostics(), diag::Format::text));
    REQUIRE(loaded.diagnostics().size() == 1);
    return loaded.diagnostics().front();
}

}  // namespace

TEST_CASE("inner and outer margins replace the inherited left and right ones", "[style]") {
    const auto facing = layout_of("page: {margins: {inner: 80 pt, outer: 30 pt}}");
    CHECK(facing.margins.left == 80);
    CHECK(facing.margins.right == 30);
    CHECK(facing.spreads);
    const auto plain = layout_of("title: T");
    CHECK(plain.margins.left == 40);
    CHECK_FALSE(plain.spreads);
}

TEST_CASE("left and right masters make spreads, and nothing else", "[style][diag]") {
    CHECK(layout_of("masters: {left: {}, right: {}}").spreads);
    CHECK(finding("masters: {left: {}}").code == diag::code::missing_key);
    const auto frames = finding("masters: {left: {frames: {full: {columns: 1-6}}}, right: {}}");
    CHECK(frames.code == diag::code::bad_value);
    CHECK(pointed_at(frames) == "{full: {columns: 1-6}}");
}

TEST_CASE("a layout with the master landscape turns its pages, unless they lie already", "[style][diag]") {
    const auto upright = layout_of("masters: {landscape: {frames: {full: {columns: 2-11}}}}");
    const auto lying = style::turned(upright);
    REQUIRE(lying);
    CHECK(lying->page == base::Size{upright.page.height, upright.page.width});
    REQUIRE(lying->master("page"));
    CHECK(lying->master("page")->frame("full")->first_column == 2);
    CHECK_FALSE(lying->master("landscape"));
    CHECK(layout_of("masters: {landscape: {}}").master("landscape")->frame("main"));
    CHECK_FALSE(style::turned(layout_of("title: T")));
    const std::string twice = "page: {orientation: landscape}\nmasters: {landscape: {}}";
    CHECK(load_text(twice).diagnostics().front().code == diag::code::key_conflict);
}

TEST_CASE("margins that contradict each other, or lack a side, are refused", "[style][diag]") {
    CHECK(finding("page: {margins: {inner: 80 pt, outer: 30 pt, left: 20 pt}}").code == diag::code::key_conflict);
    CHECK(finding("page: {margins: {inner: 80 pt}}").code == diag::code::missing_key);
}

TEST_CASE("bleed, a head on the first page, and paper", "[style]") {
    const auto layout = layout_of(
        "page: {bleed: 3 mm}\nheader: {first-page: true}\nparts: [{part: title, frame: "
        "full}]\n");
    CHECK(layout.bleed == Approx(8.504).margin(0.001));
    CHECK(layout.header.first_page);
    CHECK(finding("slide-show: {paper: Letter}").code == diag::code::key_conflict);  // of slides alone
    CHECK(finding("page: {bleed: 3 in}").code == diag::code::bad_value);
    CHECK(finding("footer: {first-page: true}").code == yaml::code::unknown_key);
    CHECK(finding("header: {first-page: true}").code == diag::code::key_conflict);
}
