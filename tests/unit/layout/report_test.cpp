// The bands of a data report: a cover by itself, contents that name the right pages, chapters that begin one.
#include <algorithm>

#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

doc::Document report(int chapters, int paragraphs) {
    doc::Document document;
    document.title = words("The growth");
    document.short_title = "Short title";
    document.publisher = "Publisher";
    document.date = "31 August 2026";
    for (int c = 0; c < chapters; ++c) {
        auto& section = document.sections.emplace_back();
        section.id = "chapter-" + std::to_string(c);
        section.title = words("Chapter " + std::to_string(c));
        for (int p = 0; p < paragraphs; ++p) {
            section.body.push_back({doc::Paragraph{
                words("A sentence that is long enough to fill a line of its column, and a second."), {}}});
        }
    }
    return document;
}

std::string page_of(const scene::Document& made, const std::string& anchor) {
    for (const auto& page : made.pages) {
        for (const auto& a : page.anchors) {
            if (a.name == anchor) return page.label;
        }
    }
    return {};
}

}  // namespace

TEST_CASE("the cover has its page for itself, without running head or foot", "[layout][report]") {
    const auto made = composed(report(2, 3), "data-report");
    const auto cover = text_of(made.pages.front());
    CHECK(cover.find("The growth") != std::string::npos);
    CHECK(cover.find("Contents") == std::string::npos);
    CHECK(cover.find("1 of") == std::string::npos);
    CHECK(text_of(made.pages[1]).find("Contents") != std::string::npos);
    CHECK(text_of(made.pages[1]).find("Short title") != std::string::npos);
}

TEST_CASE("contents name the page on which each chapter begins", "[layout][report]") {
    const auto made = composed(report(3, 120), "data-report");
    const auto runs = runs_of(made.pages[1]);
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
        CHECK(beside == page_of(made, "chapter-" + std::to_string(c)));
        CHECK_FALSE(beside.empty());
    }
}

TEST_CASE("every chapter begins a page with its heading", "[layout][report]") {
    const auto layout = layout_named("data-report");
    const auto made = composed(report(4, 2), "data-report");
    REQUIRE(made.pages.size() == 6);
    for (int c = 0; c < 4; ++c) {
        const auto& page = made.pages[static_cast<std::size_t>(c) + 2];
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

TEST_CASE("a finding that begins with a bound number has it set large", "[layout][report]") {
    auto document = report(1, 1);
    doc::Words number{"52%", true, {}, {}, true, {}, {}};
    doc::Words lead{" of the commits.", true, {}, {}, {}, {}, {}};
    document.findings.push_back({{number, lead, doc::Words{" The rest is text.", {}, {}, {}, {}, {}, {}}}, {}, {}, {}});
    const auto made = composed(document, "data-report");
    bool large = false;
    const auto size = layout_named("data-report").style("figure-value").size;
    for (const auto& page : made.pages) {
        std::vector<const std::vector<scene::Item>*> open{&page.items};
        while (!open.empty()) {
            const auto* items = open.back();
            open.pop_back();
            for (const auto& item : *items) {
                if (const auto* mark = std::get_if<scene::Mark>(&item)) open.push_back(&mark->items);
                const auto* run = std::get_if<scene::GlyphRun>(&item);
                large = large || (run && run->text == "52" && run->size == size);
            }
        }
    }
    CHECK(large);
}

TEST_CASE("exhibits stand in the order of their numbers, in columns and across them", "[layout][report]") {
    auto document = report(1, 0);
    auto& section = document.sections[0];
    const std::vector<bool> full{false, true, false, false, true, true, false, true, false};
    const std::vector<double> heights{150, 180, 320, 90, 260, 120, 400, 300, 150};
    for (std::size_t i = 0; i < full.size(); ++i) {
        for (int p = 0; p < 5; ++p) {
            section.body.push_back({doc::Paragraph{
                words("A sentence that is long enough to fill a line of its column, and a second one behind it."),
                {}}});
        }
        auto& exhibit = section.exhibits.emplace_back();
        exhibit.id = "fig:e" + std::to_string(i);
        exhibit.number = "Figure " + std::to_string(i);
        exhibit.title = words("Title");
        exhibit.full_width = full[i];
        exhibit.height = heights[i];
        doc::Chart chart;
        chart.type = "column";
        chart.categories = chart.category_keys = {"a", "b"};
        auto& series = chart.series.emplace_back();
        for (const double number : {1.0, 2.0}) {
            doc::Value value;
            value.number = number;
            value.text = std::to_string(static_cast<int>(number));
            series.values.push_back(value);
        }
        exhibit.content = std::move(chart);
        section.body.push_back({doc::ExhibitPlace{i}});
    }
    const auto made = composed(document, "data-report");
    const auto layout = layout_named("data-report");
    const double middle = layout.page.width / 2;
    std::size_t next = 0;
    for (std::size_t i = 2; i < made.pages.size(); ++i) {  // behind the contents, which name them all
        const auto& page = made.pages[i];
        // Read down the left column, then the right one; what spans stands with the left.
        std::vector<std::pair<double, std::size_t>> left, right;
        for (const auto& run : runs_of(page)) {
            if (run.text.rfind("FIGURE", 0) != 0 && run.text.rfind("Figure", 0) != 0) continue;
            const auto number = static_cast<std::size_t>(run.text.back() - '0');
            if (full[number] || run.x < middle)
                left.emplace_back(run.y, number);
            else
                right.emplace_back(run.y, number);
        }
        std::vector<std::pair<double, std::size_t>> read;
        std::sort(left.begin(), left.end());
        std::sort(right.begin(), right.end());
        for (const auto& [y, number] : left) {
            // What spans divides the page: the right column above it comes first.
            while (full[number] && !right.empty() && right.front().first < y) {
                read.push_back(right.front());
                right.erase(right.begin());
            }
            read.emplace_back(y, number);
        }
        read.insert(read.end(), right.begin(), right.end());
        for (const auto& [y, number] : read) {
            INFO("page " << page.label << ", figure " << number);
            CHECK(number == next);
            ++next;
        }
    }
    CHECK(next == full.size());
}

TEST_CASE("spreads mirror head and foot: the page's number stands outside", "[layout][report]") {
    const auto made = composed(report(3, 2), "data-report");
    const double middle = layout_named("data-report").page.width / 2;
    REQUIRE(made.pages.size() >= 4);
    for (std::size_t i = 1; i < made.pages.size(); ++i) {
        bool found = false;
        for (const auto& run : runs_of(made.pages[i])) {
            if (!run.repeated || run.text != std::to_string(i + 1)) continue;
            found = true;
            CHECK((run.x > middle) == (i % 2 == 0));  // the first page is a right-hand one
        }
        CHECK(found);
    }
}

TEST_CASE("a definition list has its terms in bold and their meanings indented below", "[layout]") {
    auto document = report(1, 1);
    doc::List list;
    for (const auto* term : {"Newcomer", "Copy"}) {
        list.terms.push_back(words(term));
        list.items.push_back({{doc::Paragraph{words(std::string("What ") + term + " means."), {}}}});
    }
    document.sections[0].body.push_back({list});
    const auto made = composed(document, "research-note");
    double term_x = -1, term_y = -1, meaning_x = -1, meaning_y = -1;
    for (const auto& page : made.pages) {
        for (const auto& run : runs_of(page)) {
            if (run.text == "Newcomer" && term_y < 0) term_x = run.x, term_y = run.y;
            if (run.text.find("What Newcomer means.") != std::string::npos) meaning_x = run.x, meaning_y = run.y;
        }
    }
    CHECK(meaning_x > term_x + 6);
    CHECK(meaning_y > term_y + 10);
    CHECK(meaning_y < term_y + 20);
}
