// The apparatus of a long report: outline, list of exhibits, index, end notes, pages of terms, running heads, and page
// numbers that do not settle.
#include <algorithm>
#include <functional>
#include <map>

#include "documents.h"
#include "house.h"
#include "layout/unsettled.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

style::PartRule rule(style::Part part, const std::string& frame) {
    style::PartRule made;
    made.part = part;
    made.frame = frame;
    return made;
}

style::Layout note_with(const std::vector<style::PartRule>& more) {
    auto layout = layout_named("research-note");
    layout.parts.insert(layout.parts.end(), more.begin(), more.end());
    return layout;
}

doc::Block filler(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i) text += "A sentence that is long enough to fill a line, and more. ";
    return paragraph(text);
}

doc::Inlines used(std::string text, std::string use) {
    auto inlines = words(std::move(text));
    std::get<doc::Words>(inlines.front()).use = std::move(use);
    return inlines;
}

/// The page, from 1, of an anchor; 0 if it is on none.
std::size_t page_of(const scene::Document& document, const std::string& anchor) {
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        for (const auto& at : document.pages[i].anchors)
            if (at.name == anchor) return i + 1;
    }
    return 0;
}

/// The page on which a text is printed for the first time, running heads aside.
std::size_t page_with(const scene::Document& document, const std::string& text) {
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        std::string line;
        for (const auto& run : runs_of(document.pages[i]))
            if (!run.repeated) line += run.text + " ";
        if (line.find(text) != std::string::npos) return i + 1;
    }
    return 0;
}

void collect_links(const std::vector<scene::Item>& items, std::vector<std::string>& targets) {
    for (const auto& item : items) {
        if (const auto* mark = std::get_if<scene::Mark>(&item)) collect_links(mark->items, targets);
        if (const auto* group = std::get_if<scene::Group>(&item)) collect_links(group->items, targets);
        if (const auto* link = std::get_if<scene::Link>(&item)) targets.push_back(link->target);
    }
}

std::vector<std::string> links_of(const scene::Document& document) {
    std::vector<std::string> targets;
    for (const auto& page : document.pages) collect_links(page.items, targets);
    return targets;
}

bool has_link(const scene::Document& document, const std::string& target) {
    const auto targets = links_of(document);
    return std::find(targets.begin(), targets.end(), target) != targets.end();
}

/// All links inside of the document lead to an anchor on a page.
void check_links(const scene::Document& document) {
    for (const auto& target : links_of(document)) {
        INFO(target);
        if (target.starts_with('#')) CHECK(page_of(document, target.substr(1)) > 0);
        CHECK(target.find('\x1e') == std::string::npos);
    }
}

std::string running_head(const scene::Page& page) {
    for (const auto& item : page.items) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (mark == nullptr || mark->role != scene::Role::page_head) continue;
        std::vector<PlacedRun> runs;
        collect(mark->items, false, runs);
        std::string words;
        for (const auto& run : runs) words += run.text;
        return words;
    }
    return {};
}

doc::Heading heading(int level, const std::string& text, const std::string& anchor) {
    return {level, words(text), anchor};
}

/// Three chapters, the second with two sections, one of them with a heading in its text.
doc::Document long_report() {
    auto report = document("Long");
    for (int i = 1; i <= 3; ++i) {
        auto chapter = section("chapter-" + std::to_string(i), "Chapter " + std::to_string(i));
        chapter.body = {filler(60)};
        report.sections.push_back(std::move(chapter));
    }
    for (int i = 1; i <= 2; ++i) {
        auto inner = section("inner-" + std::to_string(i), "Inner " + std::to_string(i));
        inner.level = 2;
        inner.body = {
            filler(90), {heading(1, "A heading " + std::to_string(i), "heading:" + std::to_string(i))}, filler(90)};
        report.sections[1].sections.push_back(std::move(inner));
    }
    report.glossary = {{"Rain", {"Rain"}, words("Water that falls."), "term-1", {}}};
    report.method = {paragraph("Counted by hand."), {heading(1, "Of the count", "heading:3")}, paragraph("Twice.")};
    auto appendix = section("tables", "More tables");
    appendix.body = {filler(8)};
    report.appendix.push_back(std::move(appendix));
    return report;
}

}  // namespace

TEST_CASE("the outline has parts, sections of all levels and headings in texts, nested, each at its page",
          "[layout][apparatus]") {
    const auto composition = composed(long_report(), "research-note");
    std::string outline;
    for (const auto& entry : composition.outline) {
        outline += std::string(static_cast<std::size_t>(entry.level - 1) * 2, ' ') + entry.title + "\n";
        INFO(entry.title);
        CHECK(page_of(composition, entry.anchor) > 0);
        std::string capitals = entry.title;  // as labels at the side are set
        std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                       [](unsigned char c) { return std::toupper(c); });
        const auto in_capitals = page_with(composition, capitals);
        CHECK(page_of(composition, entry.anchor) ==
              (in_capitals > 0 ? in_capitals : page_with(composition, entry.title)));
    }
    CHECK(outline ==
          "Chapter 1\nChapter 2\n  Inner 1\n    A heading 1\n  Inner 2\n    A heading 2\nChapter 3\n"
          "Appendix\n  More tables\nGlossary\nMethod and base\n  Of the count\n");
}

TEST_CASE("where chapters begin pages, those of the appendix are below one entry", "[layout][apparatus]") {
    const auto composition = composed(long_report(), "data-report");
    std::vector<std::string> titles;
    for (const auto& entry : composition.outline) titles.push_back(std::to_string(entry.level) + " " + entry.title);
    REQUIRE(titles.size() >= 4);
    CHECK(titles.front() == "1 Contents");
    CHECK(titles[titles.size() - 2] == "1 Appendix");
    CHECK(titles.back() == "2 More tables");
    CHECK(composition.outline[titles.size() - 2].anchor == "tables");
}

TEST_CASE("the running head names the section that begins on its page, or else goes on there, of whatever level",
          "[layout][apparatus]") {
    const auto report = long_report();
    for (const auto* layout : {"research-note", "data-report"}) {
        INFO(layout);
        const auto composition = composed(report, layout);
        REQUIRE(composition.pages.size() > 5);
        // What begins on each page, in the order of the text: sections and labels of parts.
        std::map<std::string, std::string> titles;
        for (const auto& s : report.sections) {
            titles[s.id] = doc::plain_text(s.title);
            for (const auto& inner : s.sections) titles[inner.id] = doc::plain_text(inner.title);
        }
        for (const auto& s : report.appendix) titles[s.id] = doc::plain_text(s.title);
        titles["part-glossary"] = "Glossary";
        titles["part-method"] = "Method and base";
        titles["part-contents"] = "Contents";
        std::string last;
        for (std::size_t i = 0; i < composition.pages.size(); ++i) {
            const auto& page = composition.pages[i];
            INFO("page " << i + 1);
            std::string first;
            for (const auto& anchor : page.anchors) {
                const auto title = titles.find(anchor.name);
                if (title == titles.end()) continue;
                if (first.empty()) first = title->second;
                last = title->second;
            }
            const auto wanted = first.empty() ? last : first;
            const auto head = running_head(page);
            if (i > 0 && !head.empty()) CHECK_THAT(head, ContainsSubstring(wanted));
        }
    }
}

TEST_CASE("the list of exhibits has figures, then tables, each with its page and a link", "[layout][apparatus]") {
    auto report = document("Exhibits");
    for (int i = 1; i <= 3; ++i) {
        const auto number = std::to_string(i);
        auto chapter = section("chapter-" + number, "Chapter " + number);
        chapter.body = {filler(100)};
        auto figure = exhibit("fig:" + number, "Bars of " + number, layout::test::chart("column", {3, 5, 4}));
        figure.number = "Figure " + number;
        figure.alternative = "Bars";
        auto rows = table("Name", "People");
        add_row(rows, "North", 5);
        auto listed = exhibit("tab:" + number, "Rows of " + number, rows);
        listed.number = "Table " + number;
        add_exhibit(chapter, std::move(figure));
        add_exhibit(chapter, std::move(listed));
        report.sections.push_back(std::move(chapter));
    }
    auto layout = note_with({});
    layout.exhibits_numbered_together = false;
    layout.parts.insert(layout.parts.begin() + 2, rule(style::Part::list_of_exhibits, "full"));
    const auto composition = composed(report, layout);
    check_links(composition);
    std::string list;
    for (const auto& run : runs_of(composition.pages.front())) {
        if (run.text == "Chapter 1") break;
        list += run.text + " ";
    }
    std::size_t at = 0;
    for (const auto* kind : {"fig:", "tab:"}) {
        for (int i = 1; i <= 3; ++i) {
            const auto number = std::to_string(i);
            const std::string name = std::string(kind) == "fig:" ? "Figure " : "Table ";
            const std::string title = std::string(kind) == "fig:" ? "Bars of " : "Rows of ";
            const auto entry =
                name + number + " " + title + number + " " + std::to_string(page_of(composition, kind + number));
            INFO(list);
            INFO(entry);
            const auto found = list.find(entry, at);
            REQUIRE(found != std::string::npos);
            at = found;
        }
    }
    CHECK(page_of(composition, "fig:3") > page_of(composition, "fig:1"));
    CHECK(std::any_of(composition.outline.begin(), composition.outline.end(),
                      [](const auto& entry) { return entry.title == "Figures and tables"; }));
}

TEST_CASE("a list of exhibits that is longer than a page goes on on the next", "[layout][apparatus]") {
    auto report = document("Exhibits");
    auto chapter = section("chapter", "Chapter");
    for (int i = 1; i <= 60; ++i) {
        auto rows = table("Name", "People");
        add_row(rows, "North", 5);
        auto listed = exhibit("tab:" + std::to_string(i), "Rows of number " + std::to_string(i), rows);
        listed.number = "Table " + std::to_string(i);
        add_exhibit(chapter, std::move(listed));
    }
    report.sections.push_back(std::move(chapter));
    auto layout = note_with({});
    layout.parts.insert(layout.parts.begin() + 2, rule(style::Part::list_of_exhibits, "full"));
    const auto composition = composed(report, layout);
    check_links(composition);
    CHECK(page_with(composition, "Rows of number 1 ") == 1);
    CHECK(page_with(composition, "Rows of number 60 ") == 2);
}

TEST_CASE("the index lists marked words under their letters, with the pages that they are on", "[layout][apparatus]") {
    auto report = document("Index");
    auto one = section("one", "One");
    // Rain is on every page of the section but the last, hail on the first and the last.
    one.body.push_back(paragraph(used("Hail begins.", "index:2/1")));
    for (int i = 0; i < 40; ++i) {
        one.body.push_back(paragraph(used("Rain fell.", "index:1/" + std::to_string(10 + i))));
        one.body.push_back(filler(10));
    }
    one.body.push_back(filler(120));
    one.body.push_back(paragraph(used("Hail ends.", "index:2/2 index:3/3")));
    report.sections.push_back(std::move(one));
    report.index = {{"hail", {}, "index:2", {}},
                    {"Rain", {}, "index:1", {}},
                    {"Rain", "heavy", "index:3", {}},
                    {"snow", {}, "index:4", {}}};
    const auto composition = composed(report, "research-note");
    check_links(composition);
    std::vector<std::size_t> rain;
    for (int i = 0; i < 40; ++i) {
        const auto page = page_of(composition, "index:1/" + std::to_string(10 + i));
        if (rain.empty() || rain.back() != page) rain.push_back(page);
    }
    REQUIRE(rain.size() > 2);
    const auto end = page_of(composition, "index:2/2");
    REQUIRE(end > rain.back() + 1);
    const auto last = std::to_string(rain.back());
    std::string index;
    const auto& page = composition.pages.back();
    for (const auto& run : runs_of(page)) index += run.text;
    INFO(index);
    CHECK_THAT(index, ContainsSubstring("Hhail, 1, " + std::to_string(end)));
    CHECK_THAT(index, ContainsSubstring("RRain, 1–" + last));
    CHECK_THAT(index, ContainsSubstring("heavy, " + std::to_string(end)));
    CHECK_THAT(index, !ContainsSubstring("snow"));  // marked in what the layout does not show
    CHECK(has_link(composition, "#index:2/2"));
    CHECK(has_link(composition, "#index:1/10"));
}

TEST_CASE("terms of the glossary have the pages that use them, if the layout asks for them", "[layout][apparatus]") {
    auto report = document("Terms");
    auto one = section("one", "One");
    for (int i = 0; i < 3; ++i) {
        one.body.push_back(paragraph(used("Rain fell.", "term-1/" + std::to_string(i + 1))));
        one.body.push_back(filler(150));
    }
    report.sections.push_back(std::move(one));
    report.glossary = {{"Rain", {"rain"}, words("Water that falls."), "term-1", {}},
                       {"Snow", {"snow"}, words("Ice that falls."), "term-2", {}}};
    auto layout = layout_named("research-note");
    const auto glossary = std::find_if(layout.parts.begin(), layout.parts.end(),
                                       [](const auto& part) { return part.part == style::Part::glossary; });
    const auto without = text_of(composed(report, layout));
    CHECK_THAT(without, !ContainsSubstring("pp."));
    glossary->pages = true;
    const auto composition = composed(report, layout);
    check_links(composition);
    const auto second = page_of(composition, "term-1/2"), third = page_of(composition, "term-1/3");
    REQUIRE((second > 1 && third > second));
    std::string all;
    for (const auto& run : runs_of(composition.pages[page_of(composition, "term-1") - 1])) all += run.text;
    INFO(all);
    const auto joined = second == 2 && third == 3 ? "1–3" : "1";
    CHECK_THAT(all, ContainsSubstring(std::string("pp.\u00a0") + joined));
    CHECK_THAT(all, ContainsSubstring("Ice that falls."));
    CHECK(has_link(composition, "#term-1/3"));
}

TEST_CASE("end notes stand in their part, and lead to their marks and back", "[layout][apparatus][footnotes]") {
    auto report = document("Notes");
    for (int i = 0; i < 12; ++i) report.footnotes.push_back({paragraph("Note number " + std::to_string(i) + ".")});
    doc::List list;
    list.items = {{paragraph("The first point.")}, {paragraph("The second point.")}};
    report.footnotes[3] = {paragraph("One paragraph."), paragraph("Another paragraph."), {list}};
    auto one = section("one", "One");
    for (int i = 0; i < 12; ++i) {
        one.body.push_back(paragraph(marked("A sentence with a note.", i)));
        one.body.push_back(filler(20));
    }
    report.sections.push_back(std::move(one));
    auto layout = note_with({rule(style::Part::notes, "main")});
    layout.footnotes = style::NotesPlace::end;
    const auto composition = composed(report, layout);
    REQUIRE(composition.pages.size() > 2);
    check_links(composition);
    const auto part = page_of(composition, "part-notes");
    for (int i = 0; i < 12; ++i) {
        const auto number = std::to_string(i);
        INFO(number);
        CHECK(page_of(composition, "footnote-" + number) >= part);
        CHECK(page_of(composition, "note-mark:" + number) > 0);
        CHECK(has_link(composition, "#footnote-" + number));
        CHECK(has_link(composition, "#note-mark:" + number));
        const auto text = i == 3 ? std::string("Another paragraph.") : "Note number " + number + ".";
        CHECK(count_of(text_of(composition), text) == 1);
    }
    CHECK(page_of(composition, "note-mark:11") > page_of(composition, "note-mark:0"));
}

TEST_CASE("a note at a page's foot keeps its paragraphs and lists", "[layout][apparatus][footnotes]") {
    auto report = document("Notes");
    doc::List list;
    list.items = {{paragraph("First point.")}, {paragraph("Second point.")}};
    report.footnotes = {{paragraph("One paragraph."), paragraph("Another paragraph."), {list}}};
    auto one = section("one", "One");
    one.body = {paragraph(marked("A sentence with a note.", 0))};
    report.sections.push_back(std::move(one));
    const auto composition = composed(report, "research-note");
    const scene::Mark* note = nullptr;
    std::function<void(const std::vector<scene::Item>&)> find = [&](const std::vector<scene::Item>& items) {
        for (const auto& item : items) {
            const auto* mark = std::get_if<scene::Mark>(&item);
            if (mark == nullptr) continue;
            if (mark->role == scene::Role::note) note = mark;
            find(mark->items);
        }
    };
    find(composition.pages.front().items);
    REQUIRE(note != nullptr);
    std::vector<scene::Role> roles;
    for (const auto& item : note->items) roles.push_back(std::get<scene::Mark>(item).role);
    CHECK(roles == std::vector{scene::Role::paragraph, scene::Role::paragraph, scene::Role::list});
    std::vector<PlacedRun> runs;
    collect(note->items, false, runs);
    std::map<std::string, double> y;
    for (const auto& run : runs) y[run.text] = run.y;
    const auto line = [&](const std::string& text) {
        for (const auto& [words, at] : y)
            if (words.find(text) != std::string::npos) return at;
        return -1.0;
    };
    CHECK(line("One paragraph.") > 0);
    CHECK(line("One paragraph.") < line("Another paragraph."));
    CHECK(line("Another paragraph.") < line("First point."));
    CHECK(line("First point.") < line("Second point."));
    for (const auto& run : runs) CHECK(run.y < layout_named("research-note").page.height - 40);
}

TEST_CASE("a report whose text grows with its page numbers is said not to settle", "[layout][apparatus]") {
    // “page 10” is wider than “page 11”, so that the paragraph has more lines while the second section is on page 10,
    // and fewer once that has moved it to page 11.
    const auto layout = layout_named("research-note");
    std::size_t oscillated = 0, settled = 0;
    for (int filling = 15; filling <= 45; ++filling) {
        auto report = document("Moving");
        report.first_page = 10;
        auto one = section("one", "One");
        doc::Inlines naming;
        for (int i = 0; i < 300; ++i) {
            naming.emplace_back(doc::Reference{"page\u00a0{page}", "two"});
            naming.push_back(words(" ").front());
        }
        one.body = {paragraph(std::move(naming)), filler(filling)};
        report.sections = {std::move(one), section("two", "Two")};
        report.sections[1].body = {filler(20)};
        const auto result = attempt(report, layout);
        REQUIRE(result.has_value());
        std::string found;
        for (const auto& diagnostic : result.diagnostics()) {
            if (to_string(diagnostic.code) != "pages_unsettled") continue;
            found = diagnostic.message;
            CHECK(diagnostic.severity == diag::Severity::warning);
        }
        const auto pages = text_of(result.value());
        if (found.empty()) {
            ++settled;
            const auto label = result.value().pages[page_of(result.value(), "two") - 1].label;
            CHECK(count_of(pages, "page\u00a0" + label) == 300);
        } else {
            ++oscillated;
            const bool up = found == "the pages that the text names do not settle: “two” between 10 and 11";
            const bool down = found == "the pages that the text names do not settle: “two” between 11 and 10";
            INFO(found);
            CHECK((up || down));
        }
    }
    CHECK(oscillated > 0);
    CHECK(settled > 0);
}

TEST_CASE("page numbers that a text names are those of the pages, whatever stands where", "[layout][apparatus]") {
    for (const auto* name : {"data-report", "research-note"}) {
        for (int filling = 40; filling < 100; filling += 3) {
            INFO(name << " " << filling);
            auto report = long_report();
            report.sections[0].body = {filler(filling)};
            auto& inner = report.sections[1].sections[0];
            inner.body = {filler(filling / 2)};
            for (int i = 1; i <= 2; ++i) {
                auto rows = table("Name", "People");
                add_row(rows, "North", 5);
                auto listed = exhibit("tab:" + std::to_string(i), "Rows of number " + std::to_string(i), rows);
                listed.number = "Table " + std::to_string(i);
                if (i == 2) listed.width = vocabulary::Width::full;
                add_exhibit(inner, std::move(listed));
            }
            auto deep = section("deep", "Deep");
            deep.level = 3;
            deep.body = {filler(filling)};
            inner.sections.push_back(std::move(deep));
            const std::map<std::string, std::string> names{
                {"Alder", "chapter-2"}, {"Birch", "inner-1"}, {"Cedar", "inner-2"}, {"Elm", "deep"}, {"Fir", "tab:2"}};
            doc::Inlines naming;
            for (const auto& [tree, id] : names) {
                naming.push_back(words(" " + tree + " is ").front());
                naming.emplace_back(doc::Reference{"page\u00a0{page}", id});
            }
            report.sections[0].body.insert(report.sections[0].body.begin(), paragraph(naming));
            const auto result = attempt(report, layout_named(name));
            REQUIRE(result.has_value());
            for (const auto& diagnostic : result.diagnostics()) CHECK(to_string(diagnostic.code) != "pages_unsettled");
            std::string text;
            for (const auto& page : result.value().pages) {
                for (const auto& run : runs_of(page)) text += run.text + " ";
            }
            for (auto at = text.find("  "); at != std::string::npos; at = text.find("  ")) text.erase(at, 1);
            for (const auto& [tree, id] : names) {
                const auto page = std::to_string(page_of(result.value(), id));
                CHECK(count_of(text, tree + " is page\u00a0" + page + " ") == 1);
            }
        }
    }
}

TEST_CASE("labels that differ are found for anchors and for families of them", "[layout][apparatus]") {
    const layout::PageLabels printed{{"fig:a", "4"}, {"index:1/1", "2"}, {"index:1/2", "3"}, {"sec", "9"}};
    const layout::PageLabels placed{{"fig:a", "5"}, {"index:1/1", "2"}, {"index:1/3", "4"}, {"sec", "8"}};
    const auto moved = layout::unsettled({"fig:a", "index:1/", "nowhere"}, printed, placed);
    CHECK(moved == std::vector<layout::Moved>{{"fig:a", "4", "5"}, {"index:1/2", "3", "0"}, {"index:1/3", "0", "4"}});
    CHECK(layout::unsettled({"fig:a", "sec"}, printed, printed).empty());
}

TEST_CASE("a deck's references name the slide that they lead to", "[layout][apparatus][slides]") {
    auto deck = document("Deck");
    for (int i = 1; i <= 3; ++i) {
        auto chapter = section("chapter-" + std::to_string(i), "Chapter " + std::to_string(i));
        chapter.points = {words("A point."), {doc::Reference{"slide\u00a0{page}", "chapter-3"}}};
        deck.sections.push_back(std::move(chapter));
    }
    const auto composition = composed(deck, "executive-deck");
    const auto slide = page_of(composition, "chapter-3");
    REQUIRE(slide > 1);
    const auto text = text_of(composition);
    CHECK(count_of(text, "slide\u00a0" + composition.pages[slide - 1].label) == 4);  // three, and the agenda
    CHECK(count_of(text, "slide\u00a00") == 0);
}
