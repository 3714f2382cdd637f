// What layouts say of tags, logos, labels, running heads and feet, and of parts in decks.
#include <algorithm>
#include <fstream>

#include "../../folder.h"
#include "diag/codes.h"
#include "documents.h"
#include "house.h"

using namespace precis;
using namespace precis::layout::test;
using style::Arrange;
using style::Part;

namespace {

const PlacedRun& run_named(const std::vector<PlacedRun>& runs, const std::string& text) {
    const auto at = std::find_if(runs.begin(), runs.end(), [&](const auto& run) { return run.text == text; });
    REQUIRE(at != runs.end());
    return *at;
}

doc::Exhibit tagged(std::string id, std::string sticker) {
    auto result = exhibit(std::move(id), "Days of rain", chart("column", {4, 7}));
    result.number = "Exhibit 1";
    result.sticker = std::move(sticker);
    return result;
}

doc::Section tagged_section() {
    auto rain = section("rain", "It rained");
    rain.short_title = "Rain";
    rain.sticker = "Preliminary";
    rain.body.push_back(paragraph("Rain fell."));
    add_exhibit(rain, tagged("fig:rain", "Draft"));
    return rain;
}

/// A layout of the house with these parts alone.
style::Layout with_parts(const std::string& name, std::vector<style::PartRule> rules) {
    auto layout = layout_named(name);
    layout.parts = std::move(rules);
    return layout;
}

style::PartRule rule_of(Part part, const std::string& frame) {
    style::PartRule rule;
    rule.part = part;
    rule.frame = frame;
    return rule;
}

std::size_t images_in(const std::vector<scene::Item>& items) {
    std::size_t count = 0;
    for (const auto& item : items) {
        if (std::holds_alternative<scene::Image>(item)) ++count;
        if (const auto* mark = std::get_if<scene::Mark>(&item)) count += images_in(mark->items);
    }
    return count;
}

const std::string kSquare =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"30\"><rect width=\"60\" height=\"30\"/></svg>";

}  // namespace

TEST_CASE("a section's tag stands at the right of its heading, an exhibit's at its top right", "[layout]") {
    for (const auto* name : {"research-note", "data-report", "chart-sheet"}) {
        INFO(name);
        const auto pages = composed(document("Rain", tagged_section()), name);
        const auto page = std::find_if(pages.pages.begin(), pages.pages.end(), [](const auto& candidate) {
            return text_of(candidate).find("Preliminary") != std::string::npos;
        });
        REQUIRE(page != pages.pages.end());
        const auto runs = runs_of(*page);
        const auto& heading = run_named(runs, "It rained");
        const auto& tag = run_named(runs, "Preliminary");
        CHECK(tag.x > heading.x + heading.width);
        CHECK_FALSE(tag.repeated);
        CHECK(run_named(runs, "Draft").x > run_named(runs, "Days of rain").x);
    }
}

TEST_CASE("pages show no tag that their lists of pieces lack", "[layout]") {
    auto layout = layout_named("research-note");
    std::erase(layout.section, style::SectionPiece::sticker);
    std::erase(layout.exhibit, style::ExhibitPiece::sticker);
    const auto text = text_of(composed(document("Rain", tagged_section()), layout));
    CHECK(count_of(text, "Preliminary") == 0);
    CHECK(count_of(text, "Draft") == 0);
}

TEST_CASE("a slide's corner has the tag of its section, else of its only exhibit", "[layout][slides]") {
    for (const auto* name : {"executive-deck", "executive-deck-4x3", "foundation-deck"}) {
        INFO(name);
        auto rain = tagged_section();
        const auto both = composed(document("Rain", rain), name);
        CHECK(count_of(text_of(both), "Preliminary") == 1);
        CHECK(count_of(text_of(both), "Draft") == 1);
        rain.sticker.clear();
        const auto one = composed(document("Rain", rain), name);
        const auto runs = runs_of(one.pages.back());
        const auto& tag = run_named(runs, "Draft");
        const auto& headline = run_named(runs, "It rained");
        CHECK((tag.y < headline.y || tag.x > headline.x + headline.width));
    }
}

TEST_CASE("beside its section's tag an exhibit has its own, at the right of its subtitle", "[layout][slides]") {
    for (const auto* name : {"executive-deck", "executive-deck-4x3"}) {
        INFO(name);
        auto rain = tagged_section();
        rain.exhibits[0].subtitle = words("Days");
        const auto runs = runs_of(composed(document("Rain", rain), name).pages.back());
        const auto& subtitle = run_named(runs, "Days");
        CHECK(run_named(runs, "Draft").x > subtitle.x + subtitle.width);
    }
}

TEST_CASE("a kind of slide without a place for the tag is a warning that names it", "[layout][slides][diag]") {
    auto layout = layout_named("executive-deck");
    for (auto& kind : layout.slides) std::erase_if(kind.slots, [](const auto& slot) { return slot.name == "sticker"; });
    auto rain = tagged_section();
    const auto deck = attempt(document("Rain", rain), layout);
    REQUIRE(deck.has_value());
    REQUIRE(deck.diagnostics().size() == 1);
    CHECK(deck.diagnostics().front().code == diag::code::piece_not_shown);
    CHECK(deck.diagnostics().front().message == "a slide “one-exhibit” has no place for the sticker “Preliminary”");
}

TEST_CASE("foreword, related documents and authors have slides, in full", "[layout][slides]") {
    auto rain = document("Rain");
    for (int i = 0; i < 40; ++i) rain.foreword.push_back(paragraph("before-" + std::to_string(100 + i)));
    rain.related = {item(words("A note on snow"))};
    rain.about = {paragraph("They measure rain.")};
    const auto deck = composed(rain, "executive-deck");
    const auto text = text_of(deck);
    for (int i = 0; i < 40; ++i) CHECK(count_of(text, "before-" + std::to_string(100 + i)) == 1);
    for (const auto* word :
         {"Foreword", "A note on snow", "Related briefings", "They measure rain.", "About the authors"})
        CHECK(text.find(word) != std::string::npos);
}

TEST_CASE("pages have foreword, related documents and authors, too", "[layout]") {
    auto rain = document("Rain");
    rain.foreword = {paragraph("Before the rain.")};
    rain.related = {item(words("A note on snow"))};
    rain.about = {paragraph("They measure rain.")};
    for (const auto* name : {"research-note", "research-note-letter", "data-report", "chart-sheet"}) {
        INFO(name);
        const auto text = text_of(composed(rain, name));
        for (const auto* word : {"Before the rain.", "A note on snow", "They measure rain."})
            CHECK(count_of(text, word) == 1);
    }
}

TEST_CASE("an empty head or foot leaves no rule", "[layout]") {
    auto layout = layout_named("research-note");
    const auto rain = document("Rain", tagged_section());
    const auto with_foot = composed(rain, layout);
    layout.footer = {};
    const auto without = composed(rain, layout);
    const auto feet = [](const scene::Document& pages) {
        std::size_t count = 0;
        for (const auto& entry : pages.pages.front().items) {
            const auto* mark = std::get_if<scene::Mark>(&entry);
            if (mark && mark->role == scene::Role::page_foot && !mark->items.empty()) ++count;
        }
        return count;
    };
    CHECK(feet(with_foot) == 1);
    CHECK(feet(without) == 0);
}

TEST_CASE("a slide's foot has the layout's words in all three slots, with the number of slides", "[layout][slides]") {
    auto layout = layout_named("executive-deck");
    layout.footer.left = "{{ publisher }}";
    layout.footer.right = "{{ page }} of {{ pages }}";
    auto rain = section("rain", "It rained");
    rain.points = {words("A point")};
    const auto deck = composed(document("Rain", rain), layout);
    REQUIRE(deck.pages.size() == 2);
    const auto text = text_of(deck.pages.back());
    CHECK(text.find("2 of 2") != std::string::npos);
    CHECK(text.find("Publisher") != std::string::npos);
    layout.footer = {};
    CHECK(text_of(composed(document("Rain", rain), layout).pages.back()).find("Publisher") == std::string::npos);
}

TEST_CASE("labels are set over parts that have none, with names filled in", "[layout]") {
    auto rain = document("Rain");
    rain.key_figures = {key_figure("4", "", "in May"), key_figure("7", "", "in June")};
    auto rule = rule_of(Part::key_figures, "full");
    rule.label = "As of {{ date }}";
    const auto text = text_of(composed(rain, with_parts("research-note", {rule})));
    CHECK(text.find("AS OF 31 AUGUST 2026") != std::string::npos);  // the style of labels has capitals
}

TEST_CASE("key figures stand in a row, one below the other, or in the frame's columns", "[layout]") {
    auto rain = document("Rain");
    for (const auto* number : {"4", "5", "6", "7"}) rain.key_figures.push_back(key_figure(number, "", "days"));
    const auto rows = [&](std::optional<Arrange> arrange) {
        auto rule = rule_of(Part::key_figures, "main");
        rule.arrange = arrange;
        const auto pages = composed(rain, with_parts("research-note", {rule}));
        std::vector<double> tops;
        for (const auto& run : runs_of(pages.pages.front())) {
            if (run.text == "days" && std::find(tops.begin(), tops.end(), run.y) == tops.end()) tops.push_back(run.y);
        }
        return tops.size();
    };
    CHECK(rows(std::nullopt) == 1);
    CHECK(rows(Arrange::strip) == 1);
    CHECK(rows(Arrange::columns) == 2);
    CHECK(rows(Arrange::stack) == 4);
}

TEST_CASE("hairlines part the items of a part that asks for rules", "[layout]") {
    auto rain = document("Rain");
    for (const auto* text : {"It rained.", "It hailed.", "It snowed."}) rain.findings.emplace_back().text = words(text);
    const auto page = [&](bool rules) {
        auto rule = rule_of(Part::findings, "main");
        rule.arrange = Arrange::stack;
        rule.rules = rules;
        return composed(rain, with_parts("research-note", {rule})).pages.front();
    };
    const auto lines = [](const scene::Page& shown) {
        std::size_t count = 0;
        const auto look = [&](const auto& self, const std::vector<scene::Item>& items) -> void {
            for (const auto& item : items) {
                if (const auto* mark = std::get_if<scene::Mark>(&item)) self(self, mark->items);
                if (const auto* path = std::get_if<scene::Path>(&item)) count += path->fill.has_value() ? 1 : 0;
            }
        };
        look(look, shown.items);
        return count;
    };
    CHECK(lines(page(true)) == lines(page(false)) + 2);
}

TEST_CASE("running text in one stack is as wide as its frame", "[layout]") {
    auto rain = document("Rain");
    rain.method = {paragraph(counted("rain", 150))};
    const auto widest = [&](std::optional<Arrange> arrange) {
        auto rule = rule_of(Part::method, "main");
        rule.arrange = arrange;
        double right = 0;
        for (const auto& run : runs_of(composed(rain, with_parts("research-note", {rule})).pages.front()))
            if (!run.repeated) right = std::max(right, run.width);
        return right;
    };
    CHECK(widest(Arrange::stack) > 1.5 * widest(Arrange::columns));
}

TEST_CASE("a logo takes the place of the wordmark and keeps its proportions", "[layout]") {
    const precis::test::Folder folder;
    const auto logo = folder.write("logo.svg", kSquare);
    auto note = layout_named("research-note");
    note.brand.name = "Acme";
    CHECK(text_of(composed(document("Rain"), note)).find("Acme") != std::string::npos);
    note.brand.logos.medium.light = {logo, {}, {}};
    const auto page = composed(document("Rain"), note).pages.front();
    CHECK(text_of(page).find("Acme") == std::string::npos);
    REQUIRE(images_in(page.items) == 1);
    const auto masthead = scene::dump(composed(document("Rain"), note));
    CHECK(masthead.find("Acme") != std::string::npos);  // the alternative text

    auto deck = layout_named("executive-deck");
    deck.brand.name = "Acme";
    deck.brand.logos.small.light = {logo, {}, {}};
    auto rain = section("rain", "It rained");
    rain.points = {words("A point")};
    const auto slides = composed(document("Rain", rain), deck);
    CHECK(images_in(slides.pages[0].items) == 0);  // the cover is night, and there is no form for dark grounds
    CHECK(text_of(slides.pages[0]).find("Acme") != std::string::npos);
    CHECK(images_in(slides.pages[1].items) == 1);
    const auto form = std::find_if(slides.theme.forms.begin(), slides.theme.forms.end(),
                                   [](const auto& candidate) { return candidate.name == "points"; });
    REQUIRE(form != slides.theme.forms.end());
    REQUIRE(form->logo);
    CHECK(form->logo->at.width == Approx(2 * form->logo->at.height));
    CHECK(form->logo_words == "Acme");
    deck.brand.logos.large.dark = {logo, {}, {}};
    CHECK(images_in(composed(document("Rain", rain), deck).pages[0].items) == 1);
}

TEST_CASE("a broken logo is one error, however many slides show it", "[layout][slides][diag]") {
    const precis::test::Folder folder;
    auto deck = layout_named("executive-deck");
    deck.brand.logos.small.light = {folder.write("logo.png", "no picture"), {}, {}};
    auto rain = document("Rain");
    for (int i = 0; i < 3; ++i)
        rain.sections.emplace_back(section("s" + std::to_string(i), "Rain")).points = {words("A")};
    const auto slides = attempt(rain, deck);
    CHECK(std::count_if(slides.diagnostics().begin(), slides.diagnostics().end(),
                        [](const auto& found) { return found.severity == diag::Severity::error; }) == 1);
}

TEST_CASE("a document without brand and publisher has no lone square", "[layout]") {
    auto rain = document("Rain");
    rain.publisher.clear();
    const auto layout = with_parts("research-note", {rule_of(Part::masthead, "full")});
    const auto accent = layout.color("accent");
    const auto dump = scene::dump(composed(rain, layout));
    CHECK(dump.find(base::to_string(accent)) == std::string::npos);
}

TEST_CASE("an empty word of the foot leaves no space behind", "[layout]") {
    auto rain = document("Rain", section("rain", "It rained"));
    rain.document_type = "Market note";
    rain.publisher.clear();
    const auto pages = composed(rain, "research-note");
    const auto with = [&](const char* text) { return run_named(runs_of(pages.pages.front()), text); };
    auto named = rain;
    named.publisher = "Acme";
    const auto other = composed(named, "research-note");
    CHECK(with("Market note").x == Approx(run_named(runs_of(other.pages.front()), "Acme").x));
}

TEST_CASE("a series or category has the colour that its name is given, in every form and on every ground",
          "[layout][chart]") {
    const base::Color coal{0x80, 0x20, 0x60, 1};
    auto rain = section("rain", "It rained");
    for (const char* form : {"bar", "column", "line", "pie", "waffle", "area", "dot", "slope", "lollipop"}) {
        auto named = chart(form, {4, 7});
        named.colors = {{named.categories[0], coal}, {named.series[0].name, coal}};
        add_exhibit(rain, exhibit(std::string("fig:") + form, "Rain", named));
    }
    for (const auto& entry : rain.exhibits) {
        auto alone = section("rain", "It rained");
        add_exhibit(alone, entry);
        INFO(entry.id);
        CHECK(scene::dump(composed(document("Rain", alone), "research-note")).find(base::to_string(coal)) !=
              std::string::npos);
    }
}
