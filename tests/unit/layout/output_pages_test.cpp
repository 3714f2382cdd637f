// What an output asks of its pages: first number, spreads, bleed, watermark, handout.
#include <algorithm>
#include <cmath>
#include <functional>

#include "diag/codes.h"
#include "documents.h"
#include "house.h"
#include "layout/codes.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

doc::Document long_report() {
    auto report = document("Rain");
    for (int i = 0; i < 3; ++i) {
        auto& part = report.sections.emplace_back(section("s" + std::to_string(i), "Part " + std::to_string(100 + i)));
        part.body = {paragraph(counted("rain", 900))};
    }
    return report;
}

/// The left end of the leftmost run of the page's text.
double left_end(const scene::Page& page) {
    double left = 1e9;
    for (const auto& run : runs_of(page))
        if (!run.repeated) left = std::min(left, run.x);
    return left;
}

std::vector<const scene::Mark*> watermarks_of(const scene::Page& page) {
    std::vector<const scene::Mark*> marks;
    for (const auto& item : page.items) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (mark && mark->role == scene::Role::watermark) marks.push_back(mark);
    }
    return marks;
}

doc::Document deck_with_notes(const std::vector<std::string>& notes) {
    auto deck = document("Rain");
    for (std::size_t i = 0; i < notes.size(); ++i) {
        auto& part = deck.sections.emplace_back(section("s" + std::to_string(i), "Part " + std::to_string(100 + i)));
        part.short_title = "Part";
        part.points = {words("A point")};
        part.speaker_notes = notes[i];
    }
    return deck;
}

scene::Document handout_of(const doc::Document& document, const style::Layout& layout) {
    const auto deck = composed(document, layout);
    text::Setter setter(fonts());
    auto paper = layout::handout(deck, document, layout, *locale::Locale::find("en-GB"), setter);
    INFO(messages_of(paper.diagnostics()));
    REQUIRE(paper.ok());
    return std::move(paper).value();
}

}  // namespace

TEST_CASE("the first page has the number that is asked for, in labels, feet and references", "[layout]") {
    auto report = long_report();
    report.sections[0].body.insert(report.sections[0].body.begin(),
                                   paragraph(doc::Inlines{doc::Reference{"page {page}", "s2"}}));
    report.first_page = 41;
    const auto pages = composed(report, "research-note");
    REQUIRE(pages.pages.size() > 2);
    CHECK(pages.pages[0].label == "41");
    CHECK(pages.pages[1].label == "42");
    const auto last = std::to_string(40 + pages.pages.size());
    CHECK(count_of(text_of(pages.pages[1]), "42") >= 1);
    CHECK(count_of(text_of(pages.pages[1]), "of " + last) == 1);
    std::string holder;
    for (const auto& page : pages.pages)
        for (const auto& anchor : page.anchors)
            if (anchor.name == "s2") holder = page.label;
    CHECK(count_of(text_of(pages.pages[0]), "page\u00a0" + holder) +
              count_of(text_of(pages.pages[0]), "page " + holder) ==
          1);
    const auto deck = [] {
        auto slides = deck_with_notes({"a", "b"});
        slides.first_page = 7;
        return composed(slides, "executive-deck");
    }();
    CHECK(deck.pages.front().label == "7");
}

TEST_CASE("left-hand pages have their margins the other way round", "[layout]") {
    auto layout = layout_named("research-note");
    layout.margins.left = 90, layout.margins.right = 30;
    layout.spreads = true;
    const auto pages = composed(long_report(), layout);
    REQUIRE(pages.pages.size() >= 3);
    CHECK(left_end(pages.pages[1]) == Approx(left_end(pages.pages[2]) - 60));
    // The paper is not moved, nor what runs over the page's whole width.
    CHECK(scene::bounds(pages.pages[1].items.front()).x == Approx(0));
    const auto feet = runs_of(pages.pages[1]);
    CHECK(std::all_of(feet.begin(), feet.end(), [&](const auto& run) {
        return run.x >= 30 - 1 && run.x + run.width <= layout.page.width - 90 + 1;
    }));
}

TEST_CASE("grounds at the edge reach into the bleed, and nothing else moves", "[layout]") {
    auto layout = layout_named("research-note");
    const auto without = composed(long_report(), layout);
    layout.bleed = 9;
    const auto with = composed(long_report(), layout);
    REQUIRE(with.pages.size() == without.pages.size());
    for (std::size_t i = 0; i < with.pages.size(); ++i) {
        CHECK(with.pages[i].bleed == 9);
        CHECK(with.pages[i].size == layout.page);
        CHECK(text_of(with.pages[i]) == text_of(without.pages[i]));
        CHECK(left_end(with.pages[i]) == left_end(without.pages[i]));
        const auto paper = scene::bounds(with.pages[i].items.front());
        CHECK(paper.x == Approx(-9));
        CHECK(paper.bottom() == Approx(layout.page.height + 9));
    }
}

TEST_CASE("a watermark lies across each page, inside it, and leaves text its contrast", "[layout]") {
    for (const char* name : {"research-note", "data-report", "executive-deck", "foundation-deck"}) {
        auto layout = layout_named(name);
        auto report = layout.medium == style::Medium::slides ? deck_with_notes({"a"}) : long_report();
        report.watermark = "Draft";
        const auto pages = composed(report, layout);
        INFO(name);
        for (const auto& page : pages.pages) {
            const auto marks = watermarks_of(page);
            REQUIRE(marks.size() == 1);
            const auto box = scene::bounds(marks.front()->items);
            CHECK(box.x >= 0);
            CHECK(box.y >= 0);
            CHECK(box.right() <= page.size.width);
            CHECK(box.bottom() <= page.size.height);
            CHECK(box.width > page.size.width * 0.3);
            const auto* group = std::get_if<scene::Group>(&marks.front()->items.front());
            REQUIRE(group);
            const auto& run = std::get<scene::GlyphRun>(group->items.front());
            CHECK(run.text == "Draft");
            CHECK(run.fill.alpha <= 0.25);
            CHECK(run.fill.alpha >= 0.1);
        }
        CHECK(scene::plain_text(pages).find("Draft") == std::string::npos);
    }
}

TEST_CASE("a watermark that would be tiny is an error", "[layout][diag]") {
    auto report = long_report();
    report.watermark = counted("much", 40);
    const auto pages = attempt(report, layout_named("research-note"));
    REQUIRE(diag::has_errors(pages.diagnostics()));
    CHECK(pages.diagnostics().back().code == layout::code::text_overflows);
}

TEST_CASE("a handout has every slide and every word of the notes, in order", "[layout]") {
    const auto layout = layout_named("executive-deck");
    const auto notes = counted("say", 1500);
    const auto document = deck_with_notes({"Short note.", notes, "", "Last note."});
    const auto deck = composed(document, layout);
    const auto paper = handout_of(document, layout);
    CHECK(paper.pages.front().size == style::kA4);
    CHECK(paper.pages.size() >= 3);
    std::size_t slides = 0;
    for (const auto& page : paper.pages) {
        for (const auto& item : page.items) {
            const auto* part = std::get_if<scene::Mark>(&item);
            if (!part || part->role != scene::Role::section || part->items.empty()) continue;
            slides += std::holds_alternative<scene::Group>(part->items.front()) ? 1 : 0;
        }
        for (const auto& run : runs_of(page)) CHECK(run.y < page.size.height);
    }
    CHECK(slides == deck.pages.size());
    const auto text = scene::plain_text(paper);
    std::string said;
    for (const char c : text) said += c == '\n' ? ' ' : c;
    CHECK(count_of(said, "say 1499") + count_of(said, "say\u00a01499") >= 1);
    CHECK(count_of(said, "say ") >= 1490);
    CHECK(said.find("Short note.") < said.find("say 1 "));
    CHECK(said.find("Last note.") != std::string::npos);
    std::size_t anchors = 0;
    for (const auto& page : paper.pages) anchors += page.anchors.size();
    std::size_t theirs = 0;
    for (const auto& page : deck.pages) theirs += page.anchors.size();
    CHECK(anchors == theirs);
}

TEST_CASE("a handout carries the watermark once a page, and its own paper", "[layout]") {
    auto layout = layout_named("executive-deck-4x3");
    layout.show.paper = style::kLetter;
    auto document = deck_with_notes({"a", "b", "c", "d"});
    document.watermark = "Draft";
    const auto paper = handout_of(document, layout);
    for (const auto& page : paper.pages) {
        CHECK(page.size == style::kLetter);
        CHECK(watermarks_of(page).size() == 1);
        CHECK(count_of(text_of(page), "Draft") == 1);
    }
}
