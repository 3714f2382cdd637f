// Footnotes are at the foot of the page that marks them, whatever part the mark is in, and each is printed once.
#include <algorithm>
#include <set>

#include "documents.h"
#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

doc::Document document_with_notes(int count) {
    auto result = document("Of notes");
    for (int i = 0; i < count; ++i) result.footnotes.push_back({paragraph("Note number " + std::to_string(i) + ".")});
    return result;
}

/// The indices of the notes on a page.
std::set<int> notes_on(const scene::Page& page) {
    std::set<int> notes;
    for (const auto& anchor : page.anchors) {
        if (anchor.name.starts_with("footnote-")) notes.insert(std::stoi(anchor.name.substr(9)));
    }
    return notes;
}

void find_marks(const std::vector<scene::Item>& items, std::set<int>& marks) {
    for (const auto& item : items) {
        if (const auto* mark = std::get_if<scene::Mark>(&item)) find_marks(mark->items, marks);
        if (const auto* group = std::get_if<scene::Group>(&item)) find_marks(group->items, marks);
        const auto* link = std::get_if<scene::Link>(&item);
        if (link != nullptr && link->target.starts_with("#footnote-")) marks.insert(std::stoi(link->target.substr(10)));
    }
}

/// The indices of the notes that a page marks.
std::set<int> marks_on(const scene::Page& page) {
    std::set<int> marks;
    find_marks(page.items, marks);
    return marks;
}

/// The top of the highest note and the lowest baseline of running text.
struct Meeting {
    double notes_top = 1e9, text_foot = 0;
};
Meeting meeting(const scene::Page& page) {
    Meeting result;
    for (const auto& anchor : page.anchors) {
        if (anchor.name.starts_with("footnote-")) result.notes_top = std::min(result.notes_top, anchor.at.y);
    }
    for (const auto& run : runs_of(page)) {
        if (!run.repeated && run.y < result.notes_top) result.text_foot = std::max(result.text_foot, run.y);
    }
    return result;
}

style::Layout citing_in_notes() {
    auto layout = layout_named("research-note");
    layout.citations = style::Citations::footnotes;
    return layout;
}

}  // namespace

TEST_CASE("a mark in the summary, a tile, a finding or an aside has its note under the page", "[layout][footnotes]") {
    auto report = document_with_notes(4);
    report.summary.push_back(paragraph(marked("A summary.", 0)));
    report.key_figures = {key_figure("460", "", "people")};
    report.key_figures[0].detail = marked("In February", 1);
    report.findings = {item(marked("A finding.", 2))};
    report.sections.push_back(section("one", "One"));
    report.sections[0].body.push_back(paragraph("Running text."));
    report.sections[0].asides.push_back({words("Aside"), {paragraph(marked("Beside it.", 3))}});
    for (const auto* layout : {"research-note", "one-pager"}) {
        INFO(layout);
        const auto page = composed(report, layout).pages.front();
        CHECK(notes_on(page) == marks_on(page));
        for (const int index : {0, 1, 2}) CHECK(notes_on(page).count(index) == 1);
        CHECK_THAT(text_of(page), ContainsSubstring("Note number 2."));
        const auto [notes_top, text_foot] = meeting(page);
        CHECK(text_foot < notes_top);
    }
    CHECK(notes_on(composed(report, "research-note").pages.front()).count(3) == 1);
}

TEST_CASE("over many pages every mark has its note on its own page, once, below the text", "[layout][footnotes]") {
    constexpr int kNotes = 60;
    auto report = document_with_notes(kNotes);
    for (int i = 0; i < kNotes; ++i) {
        const auto number = std::to_string(i);
        if (i % 6 == 0) report.sections.push_back(section("section-" + number, "Section " + number));
        std::string long_text;
        for (int k = 0; k < 5 + i % 4; ++k) long_text += "Words that fill a line of a column and somewhat more. ";
        report.sections.back().body.push_back(paragraph(marked(long_text, i)));
    }
    const auto composition = composed(report, citing_in_notes());
    REQUIRE(composition.pages.size() > 3);
    std::set<int> seen;
    for (const auto& page : composition.pages) {
        const auto notes = notes_on(page);
        CHECK(notes == marks_on(page));
        for (const int index : notes) CHECK(seen.insert(index).second);
        const auto [notes_top, text_foot] = meeting(page);
        if (!notes.empty()) CHECK(text_foot < notes_top);
        for (const auto& run : runs_of(page)) CHECK(run.y < page.size.height);
    }
    CHECK(seen.size() == kNotes);
}

TEST_CASE("a note that is marked twice is on the first page that marks it", "[layout][footnotes]") {
    auto report = document_with_notes(1);
    auto one = section("one", "One");
    one.body.push_back(paragraph(marked("Here.", 0)));
    for (int i = 0; i < 200; ++i)
        one.body.push_back(paragraph("A sentence that is long enough to fill a line, and more."));
    one.body.push_back(paragraph(marked("And there.", 0)));
    report.sections.push_back(std::move(one));
    const auto composition = composed(report, "research-note");
    REQUIRE(composition.pages.size() > 1);
    std::size_t printed = 0;
    for (const auto& page : composition.pages) printed += notes_on(page).size();
    CHECK(printed == 1);
    CHECK(notes_on(composition.pages.front()).count(0) == 1);
}

TEST_CASE("marks are letters beside numbered sources, and numbers if they are the citations", "[layout][footnotes]") {
    auto report = document_with_notes(30);
    for (int i = 0; i < 30; ++i) report.summary.push_back(paragraph(marked("Word.", i)));
    const auto letters = text_of(composed(report, "research-note"));
    for (const auto* mark : {"\nz\n", "\naa\n", "\nad\n"}) CHECK_THAT(letters, ContainsSubstring(mark));
    const auto numbers = text_of(composed(report, citing_in_notes()));
    CHECK_THAT(numbers, ContainsSubstring("\n30\n"));
    CHECK_THAT(numbers, !ContainsSubstring("\naa\n"));
}
