// The bands of a data report: a cover by itself, contents that name the right pages, chapters that begin one.
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
