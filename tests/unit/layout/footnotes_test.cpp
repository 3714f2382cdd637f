// Footnotes stand under the page that marks them, whatever part the mark is in, and each stands once.
#include <algorithm>
#include <set>

#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

doc::Inlines marked(std::string text, int index) {
    auto inlines = words(std::move(text));
    inlines.emplace_back(doc::FootnoteMark{index});
    return inlines;
}

std::vector<doc::Block> note(const std::string& text) {
    return {{doc::Paragraph{words(text), {}}}};
}

doc::Document document_with_notes(int count) {
    doc::Document document;
    document.title = words("Of notes");
    document.short_title = "Of notes";
    document.publisher = "Publisher";
    document.date = "31 August 2026";
    for (int i = 0; i < count; ++i) document.footnotes.push_back(note("Note number " + std::to_string(i) + "."));
    return document;
}

/// Numbers of the notes that stand on a page, and of the marks that lead to them.
std::set<int> notes_on(const scene::Page& page) {
    std::set<int> notes;
    for (const auto& anchor : page.anchors) {
        if (anchor.name.rfind("footnote-", 0) == 0) notes.insert(std::stoi(anchor.name.substr(9)));
    }
    return notes;
}

void find_marks(const std::vector<scene::Item>& items, std::set<int>& marks) {
    for (const auto& item : items) {
        if (const auto* mark = std::get_if<scene::Mark>(&item)) find_marks(mark->items, marks);
        if (const auto* group = std::get_if<scene::Group>(&item)) find_marks(group->items, marks);
        const auto* link = std::get_if<scene::Link>(&item);
        if (link != nullptr && link->target.rfind("#footnote-", 0) == 0)
            marks.insert(std::stoi(link->target.substr(10)));
    }
}

std::set<int> marks_on(const scene::Page& page) {
    std::set<int> marks;
    find_marks(page.items, marks);
    return marks;
}

/// Top of the highest note and foot of the lowest running text, points.
std::pair<double, double> meeting(const scene::Page& page) {
    double top = 1e9, foot = 0;
    for (const auto& anchor : page.anchors) {
        if (anchor.name.rfind("footnote-", 0) == 0) top = std::min(top, anchor.at.y);
    }
    for (const auto& run : runs_of(page)) {
        if (!run.repeated && run.y < top) foot = std::max(foot, run.y);
    }
    return {top, foot};
}

style::Layout citing_in_notes() {
    auto layout = layout_named("research-note");
    layout.citations = style::Layout::Citations::footnotes;
    return layout;
}

}  // namespace

TEST_CASE("a mark in the summary, a tile, a finding or an aside has its note under the page", "[layout][footnotes]") {
    auto document = document_with_notes(4);
    document.summary.push_back({doc::Paragraph{marked("A summary.", 0), {}}});
    doc::KeyFigure figure;
    figure.number = "460";
    figure.label = words("people");
    figure.detail = marked("In February", 1);
    document.key_figures = {figure};
    document.findings = {{marked("A finding.", 2), {}, {}, {}}};
    auto& section = document.sections.emplace_back();
    section.id = "one";
    section.title = words("One");
    section.body.push_back({doc::Paragraph{words("Running text."), {}}});
    section.asides.push_back({words("Aside"), {{doc::Paragraph{marked("Beside it.", 3), {}}}}});
    for (const auto* layout : {"research-note", "one-pager"}) {
        const auto made = composed(document, layout);
        const auto& page = made.pages.front();
        CHECK(notes_on(page) == marks_on(page));
        CHECK(notes_on(page).count(0) == 1);
        CHECK(notes_on(page).count(1) == 1);
        CHECK(notes_on(page).count(2) == 1);
        CHECK(text_of(page).find("Note number 2.") != std::string::npos);
        const auto [top, foot] = meeting(page);
        CHECK(foot < top);
    }
    CHECK(notes_on(composed(document, "research-note").pages.front()).count(3) == 1);
}

TEST_CASE("over many pages every mark has its note on its own page, once, below the text", "[layout][footnotes]") {
    constexpr int kNotes = 60;
    auto document = document_with_notes(kNotes);
    for (int i = 0; i < kNotes; ++i) {
        if (i % 6 == 0) {
            auto& section = document.sections.emplace_back();
            section.id = "section-" + std::to_string(i);
            section.title = words("Section " + std::to_string(i));
        }
        std::string long_text;
        for (int k = 0; k < 5 + i % 4; ++k) long_text += "Words that fill a line of a column and somewhat more. ";
        document.sections.back().body.push_back({doc::Paragraph{marked(long_text, i), {}}});
    }
    const auto made = composed(document, citing_in_notes());
    REQUIRE(made.pages.size() > 3);
    std::set<int> all;
    for (const auto& page : made.pages) {
        const auto notes = notes_on(page);
        CHECK(notes == marks_on(page));
        for (const int index : notes) CHECK(all.insert(index).second);
        const auto [top, foot] = meeting(page);
        if (!notes.empty()) CHECK(foot < top);
        for (const auto& run : runs_of(page)) CHECK(run.y < page.size.height);
    }
    CHECK(all.size() == kNotes);
}

TEST_CASE("a note that is marked twice stands on the first page that does", "[layout][footnotes]") {
    auto document = document_with_notes(1);
    auto& section = document.sections.emplace_back();
    section.id = "one";
    section.title = words("One");
    section.body.push_back({doc::Paragraph{marked("Here.", 0), {}}});
    for (int i = 0; i < 200; ++i)
        section.body.push_back({doc::Paragraph{words("A sentence that is long enough to fill a line, and more."), {}}});
    section.body.push_back({doc::Paragraph{marked("And there.", 0), {}}});
    const auto made = composed(document, "research-note");
    REQUIRE(made.pages.size() > 1);
    int stood = 0;
    for (const auto& page : made.pages) stood += static_cast<int>(notes_on(page).size());
    CHECK(stood == 1);
    CHECK(notes_on(made.pages.front()).count(0) == 1);
}

TEST_CASE("marks are letters beside numbered sources, and numbers where they are the citations",
          "[layout][footnotes]") {
    auto document = document_with_notes(30);
    for (int i = 0; i < 30; ++i) document.summary.push_back({doc::Paragraph{marked("Word.", i), {}}});
    const auto has_run = [](const scene::Document& made, const std::string& text) {
        for (const auto& page : made.pages) {
            for (const auto& run : runs_of(page)) {
                if (run.text == text) return true;
            }
        }
        return false;
    };
    const auto letters = composed(document, "research-note");
    CHECK(has_run(letters, "z"));
    CHECK(has_run(letters, "aa"));
    CHECK(has_run(letters, "ad"));
    const auto numbers = composed(document, citing_in_notes());
    CHECK(has_run(numbers, "30"));
    CHECK_FALSE(has_run(numbers, "aa"));
}
