// The keys of a layout: their values in the Layout, and the messages for wrong ones.
#include "catch.h"
#include "diag/codes.h"
#include "diag/print.h"
#include "fixture.h"
#include "style/load.h"
#include "yaml/codes.h"

using namespace precis;
namespace {

diag::Result<style::Layout> load_text(const Folder& folder, const std::string& keys) {
    folder.write("mine.yaml", "layout: 1\nextends: base\n" + keys);
    return style::load("mine", over_shipped(folder), {});
}

/// The one finding for these keys.
diag::Diagnostic finding(const std::string& keys) {
    const Folder folder;
    const auto loaded = load_text(folder, keys);
    INFO(diag::print(loaded.diagnostics(), diag::Format::text));
    REQUIRE(loaded.diagnostics().size() == 1);
    return loaded.diagnostics().front();
}

/// The keys that a deck of its own needs over `base`.
const std::string kDeck = "medium: slides\nheader: {}\nsection: [headline, exhibits]\nexhibit: [title, plot]\n";

style::Layout layout_of(const std::string& keys) {
    const Folder folder;
    auto loaded = load_text(folder, keys);
    INFO(diag::print(loaded.diagnostics(), diag::Format::text));
    REQUIRE(loaded.diagnostics().empty());
    return std::move(loaded).value();
}

}  // namespace

TEST_CASE("page sizes by name, by measure and turned", "[style]") {
    CHECK(layout_of("page: {size: Letter}").page == base::Size{612, 792});
    CHECK(layout_of("page: {size: slide-16x9}").page == base::Size{960, 540});
    CHECK(layout_of("page: {orientation: landscape}").page == base::Size{841.89, 595.28});
    CHECK(layout_of("page: {size: slide-4x3, orientation: landscape}").page == base::Size{720, 540});
    const auto own = layout_of("page: {size: {width: 10 in, height: 5 in}, margins: 1 in}");
    CHECK(own.page == base::Size{720, 360});
    CHECK(own.margins == style::Margins{72, 72, 72, 72});
}

TEST_CASE("masters, frames and slides are read in columns and rows", "[style]") {
    const auto l = layout_of(R"(masters:
  first:
    frames:
      left: {columns: 1-5, text-columns: 2}
      foot: {columns: 7}
parts:
  - {part: key-figures, frame: foot, arrange: stack}
  - {part: findings, frame: left, break-before: page, max: 3, label: Read more, style: source}
leaves-out: [sections, about]
)");
    const auto* first = l.master("first");
    REQUIRE(first != nullptr);
    REQUIRE(first->frame("left") != nullptr);
    CHECK(first->frame("left")->text_columns == 2);
    CHECK(first->frame("foot")->first_column == 7);
    CHECK(first->frame("foot")->last_column == 7);
    REQUIRE(l.parts.size() == 2);
    CHECK(l.parts[0].arrange == style::Arrange::stack);
    CHECK(l.parts[1].break_before == style::BreakBefore::page);
    CHECK(l.parts[1].max == 3);
    CHECK(l.parts[1].label == "Read more");
    CHECK(l.leaves_out == std::vector{style::Part::sections, style::Part::about});
}

TEST_CASE("kinds of slides are read in columns and rows", "[style]") {
    const auto l = layout_of(kDeck + R"(page: {size: slide-16x9, grid: {columns: 12, rows: 12}}
slides:
  two-exhibits:
    headline: {columns: 1-10, rows: 1-2}
    exhibit: [{columns: 1-6, rows: 3-10}, {columns: 7-12, rows: 3-10, panel: light}]
parts:
  - {part: sections, slide: two-exhibits}
)");
    CHECK(l.medium == style::Medium::slides);
    REQUIRE(l.slides.size() == 1);
    REQUIRE(l.slides[0].slots.size() == 3);
    CHECK(l.slides[0].slots[1].name == "exhibit");
    CHECK(l.slides[0].slots[2].first_column == 7);
    CHECK(l.slides[0].slots[2].panel == l.color("light"));
    REQUIRE(l.parts.size() == 1);
    CHECK(l.parts[0].slide == "two-exhibits");
}

TEST_CASE("keys and arrangements that do nothing for their part are refused", "[style][diag]") {
    const auto of_part = [](const std::string& rule) {
        const auto found = finding("parts: [" + rule + "]");
        CHECK(found.code == diag::code::key_conflict);
        return found.message;
    };
    CHECK(of_part("{part: summary, arrange: table}") == "the part “summary” has no arrangement “table”");
    CHECK(of_part("{part: watch, arrange: strip}") == "the part “watch” has no arrangement “strip”");
    CHECK(of_part("{part: title, max: 3}") == "the part “title” has no use for “max”");
    CHECK(of_part("{part: cover, label: Cover}") == "the part “cover” has no use for “label”");
    CHECK(of_part("{part: sources, numbered: true}") == "the part “sources” has no use for “numbered”");
    CHECK(of_part("{part: method, break-before: section}") == "the part “method” has no sections");
    CHECK(of_part("{part: sections, arrange: row}") == "sections stand in rows only if each begins a page");
    CHECK(of_part("{part: findings, arrange: row, numbered: true}") == "tiles in a row have no numerals");
}

TEST_CASE("what pages have is refused on slides, and the other way round", "[style][diag]") {
    const auto on_slides = [](const std::string& keys) { return finding(kDeck + keys).message; };
    CHECK(on_slides("parts: [{part: sections, frame: main}]") == "a layout of slides has no use for “frame”");
    CHECK(on_slides("parts: [{part: exhibits}]") == "slides have no part “exhibits”");
    CHECK(on_slides("parts: [{part: watch}]") == "the part “watch” names no kind of slide");
    CHECK(finding("section: [title, points]").message == "pages show no “points” of a section");
    CHECK(finding("medium: slides\nheader: {}\nparts: []\nexhibit: [plot]\nsection: [headline, body]").message ==
          "slides show no “body” of a section");
    CHECK(finding("medium: slides\nsection: [headline]\nexhibit: [plot]\nparts: []").message ==
          "slides have no running head: headline and tracker stand at their top");
    CHECK(finding("exhibit: [title, source]").message == "an exhibit cannot leave out its plot");
    const auto slot = finding(kDeck + "parts: []\nslides: {one-exhibit: {headlin: {columns: 1-2}}}");
    CHECK(slot.message == "slides have no slot “headlin”");
    CHECK(slot.remedy == "did you mean “headline”?");
}

TEST_CASE("a deck's own rules: overflow, points, slide show", "[style]") {
    const auto l = layout_of(kDeck + "parts: []\noverflow: fail\nlimits: {points: 4}\nslide-show: {transition: push}");
    CHECK_FALSE(l.overflow_continues);
    CHECK(l.limits.points == 4);
    CHECK(l.show.transition == style::Transition::push);
}

TEST_CASE("keys that the medium has no use for are refused", "[style][diag]") {
    for (const auto* keys : {"overflow: fail", "slide-show: {transition: fade}", "limits: {points: 4}",
                             "slides: {own: {headline: {columns: 1-4}}}", "page: {grid: {rows: 12}}"}) {
        INFO(keys);
        CHECK(finding(keys).code == diag::code::key_conflict);
    }
    for (const auto* keys : {"masters: {page: {frames: {main: {columns: 1-4}}}}", "limits: {last-page-fill: 0.5}",
                             "page: {grid: {baseline: 12 pt}}"}) {
        INFO(keys);
        CHECK(finding(kDeck + "parts: []\n" + keys).code == diag::code::key_conflict);
    }
    CHECK(finding("parts: [{part: sections, band: light}]").message ==
          "a ground stands behind sections only if each begins a page");
    CHECK(finding("parts: [{part: cover, break-before: page}]").message == "a cover is always a page of its own");
}

TEST_CASE("a part that is shown and left out is refused", "[style][diag]") {
    CHECK(finding("leaves-out: [findings]").message == "the layout shows the part “findings”");
}

TEST_CASE("regions of a page know columns alone", "[style][diag]") {
    for (const auto* key : {"rows: 1-2", "below: full", "at: bottom", "height: 20 pt", "panel: light"}) {
        INFO(key);
        CHECK(finding("masters: {first: {frames: {own: {columns: 1-4, " + std::string(key) + "}}}}").code ==
              yaml::code::unknown_key);
    }
}

TEST_CASE("fixed words: an unknown key has the nearest one, and placeholders stay", "[style][diag]") {
    const auto unknown = finding("words: {sorces: References}");
    CHECK(unknown.code == yaml::code::unknown_key);
    CHECK(unknown.remedy == "did you mean “sources”?");
    CHECK(finding("words: {between: \"from {low}\"}").message == "the words for “between” lack {high}");
    CHECK(layout_of("words: {between: \"from {low} to {high}\"}").words.at("between") == "from {low} to {high}");
}

TEST_CASE("labels name words of the document, furniture those of a page too", "[style][diag]") {
    CHECK(layout_of("parts: [{part: findings, label: \"Found by {{ date }}\"}]").parts[0].label ==
          "Found by {{ date }}");
    CHECK(finding("parts: [{part: findings, label: \"On {{ page }}\"}]").message == "“page” is not a word of labels");
    CHECK(layout_of("footer: {left: \"{{ wordmark }}\"}").footer.left == "{{ wordmark }}");
    CHECK(finding("footer: {left: \"{{ wordmark }} and more\"}").message == "the wordmark stands alone in its slot");
}

TEST_CASE("rules, limits and words", "[style]") {
    const auto l = layout_of(R"(numbering: figures-and-tables
citations: footnotes
wording: short
words: {sources: References}
fit: [tighten]
tighten: {size: 0.9, chart-height: 0.5}
limits: {min-size: 6 pt, last-page-fill: 0.5, hyphens-in-a-row: 1}
table: {stripes: true, rules: none, padding: 2 pt, row-height: 14 pt}
x-remark: our own
)");
    CHECK_FALSE(l.exhibits_numbered_together);
    CHECK(l.citations == style::Citations::footnotes);
    CHECK(l.short_wording);
    CHECK(l.words.at("sources") == "References");
    CHECK(l.fit == std::vector<style::Rung>{style::Rung::tighten});
    CHECK(l.tighten.size == 0.9);
    CHECK(l.tighten.leading == 0.96);
    CHECK(l.limits.min_size == 6);
    CHECK(l.limits.contrast_text == 4.5);
    CHECK(l.table.stripes);
    CHECK_FALSE(l.table.rule_rows);
    CHECK(l.table.row_height == 14);
}

TEST_CASE("a layout of its own needs no other", "[style]") {
    const Folder folder;
    folder.write("own.yaml", "layout: 1\ntitle: Own\nfonts: {base: Lato}\nstyles: {title: {size: 20 pt}}\n");
    const auto own = style::load("own", search_in({}, {folder.path()}), {});
    REQUIRE(own.ok());
    const auto& l = own.value();
    CHECK(l.style("title").family == "Lato");
    CHECK(l.style("title").leading == 28);
    CHECK(l.style("no-such-style") == l.style("body"));
    CHECK(l.color("background") == base::Color{255, 255, 255, 1});
    REQUIRE(l.chart.palette.size() == 8);
    CHECK(l.chart.palette.front() == l.chart.primary);
}

TEST_CASE("an unknown key is named with the nearest known one", "[style][diag]") {
    const auto key = finding("chrat: {height: 50 pt}");
    CHECK(key.code == yaml::code::unknown_key);
    CHECK(pointed_at(key) == "chrat");
    CHECK_THAT(key.remedy, ContainsSubstring("chart"));
    CHECK_THAT(finding("styles: {title: {wieght: 700}}").remedy, ContainsSubstring("weight"));
    CHECK(finding("masters: {frist: {frames: {a: {columns: 1-2}}}}").code == yaml::code::unknown_key);
    CHECK(finding("limits: {contrast: 3}").code == yaml::code::unknown_key);
}

TEST_CASE("each fault is reported at its place, all in one run", "[style][diag]") {
    const Folder folder;
    const auto loaded = load_text(folder, R"(page: {size: A9, grid: {columns: 0}}
masters:
  page:
    frames:
      full: {columns: 1-13}
      main: {columns: 4-12, below: ful}
      side: {columns: 1-3}
parts:
  - {part: sectons, frame: main}
  - {part: sources, frame: mian, style: sorce}
  - {frame: full}
exhibit: [number, plto]
header: {left: "{{ pgae }}", right: "{{ page"}
styles: {title: {size: 0.1 pt, font: heading, color: petrl}}
fit: [squeeze]
tighten: {size: 2}
colors: {mine: "#12345"}
)");
    std::vector<std::string> reported;
    for (const auto& diagnostic : loaded.diagnostics()) {
        reported.push_back(std::string(diag::to_string(diagnostic.code)) + " " + pointed_at(diagnostic));
        CHECK_FALSE(diagnostic.remedy.empty());
    }
    std::sort(reported.begin(), reported.end());
    CHECK(reported == std::vector<std::string>{"bad_value \"#12345\"", "bad_value 0", "bad_value 0.1 pt",
                                               "bad_value 1-13", "bad_value 2", "bad_value A9", "bad_value plto",
                                               "bad_value squeeze", "binding_syntax {{ page",
                                               "key_conflict [number, plto]", "missing_key {frame", "unknown_key below",
                                               "unknown_name mian", "unknown_name {{ pgae }}", "unknown_part sectons",
                                               "unknown_style heading", "unknown_style petrl", "unknown_style sorce"});
}

TEST_CASE("margins that leave no room are refused", "[style][diag]") {
    CHECK(finding("page: {margins: {left: 10 in}}").code == diag::code::bad_value);
    CHECK(finding("page: {margins: {top: 840 pt}}").code == diag::code::bad_value);
}

TEST_CASE("wrong types are refused", "[style][diag]") {
    CHECK(finding("styles: {title: {hyphens: 1}}").code == diag::code::bad_value);
    CHECK(finding("styles: {title: {hyphens: [true]}}").code == diag::code::wrong_type);
    CHECK(finding("page: {grid: {columns: many}}").code == diag::code::bad_value);
    CHECK(finding("chart: 12 pt").code == diag::code::wrong_type);
}
