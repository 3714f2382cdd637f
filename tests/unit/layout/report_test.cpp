// The bands of a data report: a cover by itself, contents that name the right pages, chapters that begin one.
#include <algorithm>

#include "documents.h"
#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

constexpr const char* kSentence = "A sentence that is long enough to fill a line of its column, and a second.";

doc::Document report(int chapters, int paragraphs) {
    auto result = document("The growth");
    result.short_title = "Short title";
    for (int c = 0; c < chapters; ++c) {
        const auto number = std::to_string(c);
        result.sections.push_back(section("chapter-" + number, "Chapter " + number));
        for (int p = 0; p < paragraphs; ++p) result.sections.back().body.push_back(paragraph(kSentence));
    }
    return result;
}

/// The label of the page with an anchor.
std::string page_of(const scene::Document& composition, const std::string& name) {
    for (const auto& page : composition.pages) {
        for (const auto& anchor : page.anchors) {
            if (anchor.name == name) return page.label;
        }
    }
    return {};
}

}  // namespace

TEST_CASE("the cover has its page for itself, without running head or foot", "[layout][report]") {
    const auto composition = composed(report(2, 3), "data-report");
    const auto cover = text_of(composition.pages.front());
    CHECK_THAT(cover, ContainsSubstring("The growth"));
    CHECK_THAT(cover, !ContainsSubstring("Contents"));
    CHECK_THAT(cover, !ContainsSubstring("1 of"));
    CHECK_THAT(text_of(composition.pages[1]), ContainsSubstring("Contents") && ContainsSubstring("Short title"));
}

TEST_CASE("contents name the page on which each chapter begins", "[layout][report]") {
    const auto composition = composed(report(3, 120), "data-report");
    const auto runs = runs_of(composition.pages[1]);
    for (int c = 0; c < 3; ++c) {
        const auto title = "Chapter " + std::to_string(c);
        std::string beside;
        double y = -1;
        for (const auto& run : runs) {
            if (run.text == title)
                y = run.y;
            else if (y >= 0 && run.y == y && beside.empty())
                beside = run.text;
        }
        CHECK(beside == page_of(composition, "chapter-" + std::to_string(c)));
        CHECK_FALSE(beside.empty());
    }
}

TEST_CASE("every chapter begins a page with its heading", "[layout][report]") {
    const auto layout = layout_named("data-report");
    const auto composition = composed(report(4, 2), "data-report");
    REQUIRE(composition.pages.size() == 6);
    for (int c = 0; c < 4; ++c) {
        const auto& page = composition.pages[static_cast<std::size_t>(c) + 2];
        double top = 1e9;
        std::string first;
        for (const auto& run : runs_of(page)) {
            if (run.repeated || run.y >= top) continue;
            top = run.y;
            first = run.text;
        }
        CHECK(first == "Chapter " + std::to_string(c));
        CHECK(top < layout.margins.top + 40);
    }
}

namespace {

/// True if a run has these words in this size.
bool has_run(const std::vector<scene::Item>& items, const std::string& text, double size) {
    return std::any_of(items.begin(), items.end(), [&](const auto& item) {
        const auto* run = std::get_if<scene::GlyphRun>(&item);
        const auto* mark = std::get_if<scene::Mark>(&item);
        return (run && run->text == text && run->size == size) || (mark && has_run(mark->items, text, size));
    });
}

/// Appends the numbers of the figures on a page as a reader meets them: down the left column, then down the right one;
/// one over both columns after all that is above it.
void read_figures(const scene::Page& page, double middle, const std::vector<bool>& full,
                  std::vector<std::size_t>& read) {
    std::vector<std::pair<double, std::size_t>> left, right;
    for (const auto& run : runs_of(page)) {
        if (!run.text.starts_with("FIGURE") && !run.text.starts_with("Figure")) continue;
        const auto number = static_cast<std::size_t>(run.text.back() - '0');
        (full[number] || run.x < middle ? left : right).emplace_back(run.y, number);
    }
    std::sort(left.begin(), left.end());
    std::sort(right.begin(), right.end());
    auto next = right.begin();
    for (const auto& [y, number] : left) {
        for (; full[number] && next != right.end() && next->first < y; ++next) read.push_back(next->second);
        read.push_back(number);
    }
    for (; next != right.end(); ++next) read.push_back(next->second);
}

}  // namespace

TEST_CASE("a finding that begins with a bound number has it set large", "[layout][report]") {
    auto growth = report(1, 1);
    doc::Words number, lead;
    number.text = "52%", number.strong = number.bound = true;
    lead.text = " of the commits.", lead.strong = true;
    growth.findings = {item({number, lead, words(" The rest is text.").front()})};
    const auto composition = composed(growth, "data-report");
    const auto size = layout_named("data-report").style("figure-value").size;
    CHECK(std::any_of(composition.pages.begin(), composition.pages.end(),
                      [&](const auto& page) { return has_run(page.items, "52", size); }));
}

TEST_CASE("exhibits come in the order of their numbers, in columns and across them", "[layout][report]") {
    auto growth = report(1, 0);
    auto& chapter = growth.sections[0];
    const std::vector<bool> full{false, true, false, false, true, true, false, true, false};
    const std::vector<double> heights{150, 180, 320, 90, 260, 120, 400, 300, 150};
    for (std::size_t i = 0; i < full.size(); ++i) {
        for (int p = 0; p < 5; ++p) chapter.body.push_back(paragraph(std::string(kSentence) + " Or one behind it."));
        auto figure = exhibit("fig:e" + std::to_string(i), "Title", chart("column", {1, 2}));
        figure.number = "Figure " + std::to_string(i);
        if (full[i]) figure.width = vocabulary::Width::full;
        figure.height = heights[i];
        add_exhibit(chapter, std::move(figure));
    }
    const auto composition = composed(growth, "data-report");
    const double middle = layout_named("data-report").page.width / 2;
    std::vector<std::size_t> read;
    for (std::size_t i = 2; i < composition.pages.size(); ++i)  // after the contents, which name them all
        read_figures(composition.pages[i], middle, full, read);
    CHECK(read == std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7, 8});
}

TEST_CASE("spreads mirror head and foot: the page's number is at the outer edge", "[layout][report]") {
    const auto composition = composed(report(3, 2), "data-report");
    const double middle = layout_named("data-report").page.width / 2;
    REQUIRE(composition.pages.size() >= 4);
    for (std::size_t i = 1; i < composition.pages.size(); ++i) {
        const auto runs = runs_of(composition.pages[i]);
        const auto number = std::find_if(runs.begin(), runs.end(), [&](const auto& run) {
            return run.repeated && run.text == std::to_string(i + 1);
        });
        REQUIRE(number != runs.end());
        CHECK((number->x > middle) == (i % 2 == 0));  // the first page is a right-hand one
    }
}

TEST_CASE("a definition list has its terms in bold and their meanings indented below", "[layout]") {
    auto growth = report(1, 1);
    doc::List list;
    for (const std::string term : {"Newcomer", "Copy"}) {
        list.terms.push_back(words(term));
        list.items.push_back({paragraph("What " + term + " means.")});
    }
    growth.sections[0].body.push_back({list});
    double term_x = -1, term_y = -1, meaning_x = -1, meaning_y = -1;
    for (const auto& page : composed(growth, "research-note").pages) {
        for (const auto& run : runs_of(page)) {
            if (run.text == "Newcomer" && term_y < 0) term_x = run.x, term_y = run.y;
            if (run.text.find("What Newcomer means.") != std::string::npos) meaning_x = run.x, meaning_y = run.y;
        }
    }
    CHECK(meaning_x > term_x + 6);
    CHECK(meaning_y > term_y + 10);
    CHECK(meaning_y < term_y + 20);
}
