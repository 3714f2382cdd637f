// Chapters of charts in rows: two beside each other, level heads and notes, pages about equally full; contents in
// columns.
#include <algorithm>
#include <map>

#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

doc::Exhibit exhibit(int number, bool full = false) {
    doc::Chart chart;
    chart.type = "column";
    chart.series.emplace_back();
    for (const std::string name : {"a", "b", "c"}) {
        chart.categories.push_back(name);
        chart.category_keys.push_back(name);
        doc::Value value;
        value.number = 3 + static_cast<double>(chart.categories.size());
        value.category = name;
        chart.series[0].values.push_back(value);
    }
    doc::Exhibit made;
    made.id = "fig:" + std::to_string(number);
    made.number = "Figure " + std::to_string(number);
    made.title = words("Title " + std::to_string(number));
    made.note = words("Note of " + std::to_string(number));
    made.full_width = full;
    made.content = std::move(chart);
    return made;
}

doc::Document sheet(int count, int full_every = 0) {
    doc::Document document;
    document.title = words("A gallery");
    document.date = "31 August 2026";
    auto& section = document.sections.emplace_back();
    section.id = "chapter";
    section.title = words("Chapter");
    section.body.push_back({doc::Paragraph{words("A line on the charts."), {}}});
    for (int i = 0; i < count; ++i) {
        section.body.emplace_back().content = doc::ExhibitPlace{static_cast<std::size_t>(i)};
        section.exhibits.push_back(exhibit(i, full_every > 0 && i % full_every == full_every - 1));
    }
    return document;
}

struct Place {
    std::size_t page = 0;
    base::Point at;
};

std::map<std::string, Place> places(const scene::Document& made) {
    std::map<std::string, Place> all;
    for (std::size_t p = 0; p < made.pages.size(); ++p)
        for (const auto& anchor : made.pages[p].anchors) all[anchor.name] = {p, anchor.at};
    return all;
}

double y_of(const scene::Page& page, const std::string& text) {
    for (const auto& run : runs_of(page))
        if (run.text.find(text) != std::string::npos) return run.y;
    return -1;
}

}  // namespace

TEST_CASE("charts stand two to a row in order, heads and notes level", "[layout][rows]") {
    const auto made = composed(sheet(6), "chart-sheet");
    const auto at = places(made);
    for (int i = 0; i < 6; i += 2) {
        const auto left = at.at("fig:" + std::to_string(i)), right = at.at("fig:" + std::to_string(i + 1));
        CHECK(left.page == right.page);
        CHECK(left.at.y == right.at.y);
        CHECK(left.at.x < right.at.x);
        if (i > 0) CHECK(left.at.y > at.at("fig:" + std::to_string(i - 1)).at.y);
    }
    const auto& page = made.pages[at.at("fig:0").page];
    CHECK(y_of(page, "Note of 0") == y_of(page, "Note of 1"));
}

TEST_CASE("rows never leave their page, four to a page at most", "[layout][rows]") {
    const auto layout = layout_named("chart-sheet");
    const double bottom = layout.page.height - layout.margins.bottom;
    for (const int count : {6, 8, 12, 14, 20}) {
        INFO(count);
        const auto made = composed(sheet(count), "chart-sheet");
        const auto at = places(made);
        std::map<std::size_t, int> rows;
        for (int i = 0; i < count; i += 2) ++rows[at.at("fig:" + std::to_string(i)).page];
        for (const auto& [page, number] : rows) {
            CHECK(number <= 4);
            double lowest = 0;
            for (const auto& run : runs_of(made.pages[page]))
                if (!run.repeated) lowest = std::max(lowest, run.y);
            CHECK(lowest <= bottom + 0.01);
        }
    }
}

TEST_CASE("every page of a chapter but its last is filled, from the text's top to its foot", "[layout][rows]") {
    const auto layout = layout_named("chart-sheet");
    const double top = layout.margins.top, bottom = layout.page.height - layout.margins.bottom;
    const double step = layout.grid.baseline;
    for (int count = 6; count <= 24; count += 2) {
        INFO(count);
        const auto made = composed(sheet(count), "chart-sheet");
        const auto at = places(made);
        std::map<std::size_t, double> highest, lowest;
        for (int i = 0; i < count; ++i) {
            const auto place = at.at("fig:" + std::to_string(i));
            highest.emplace(place.page, place.at.y);
            lowest[place.page] =
                std::max(lowest[place.page], y_of(made.pages[place.page], "Note of " + std::to_string(i)));
        }
        const auto first = highest.begin()->first, last = highest.rbegin()->first;
        CHECK(last - first + 1 == static_cast<std::size_t>(count <= 6 ? 1 : (count / 2 - 3 + 3) / 4 + 1));
        for (const auto& [page, y] : highest) {
            INFO(page);
            if (page > first) CHECK(y < top + step);
            if (page < last) CHECK(lowest[page] > bottom - 3 * step);
        }
    }
}

TEST_CASE("a row taller than the page stands on one of its own", "[layout][rows]") {
    auto document = sheet(4);
    for (auto& exhibit : document.sections[0].exhibits) exhibit.height = 1000;
    const auto made = composed(document, "chart-sheet");
    const auto at = places(made);
    CHECK(at.at("fig:2").page == at.at("fig:0").page + 1);
    CHECK(made.pages.size() < 6);
}

TEST_CASE("a chart of full width has a row of its own, and none is lost", "[layout][rows]") {
    const auto made = composed(sheet(9, 3), "chart-sheet");
    const auto at = places(made);
    for (int i = 0; i < 9; ++i) REQUIRE(at.count("fig:" + std::to_string(i)) == 1);
    for (int i = 2; i < 9; i += 3) CHECK(at.at("fig:" + std::to_string(i)).at.x == at.at("fig:0").at.x);
}

TEST_CASE("a chapter with footnotes flows, so that none is lost", "[layout][rows]") {
    auto document = sheet(4);
    auto& paragraph = std::get<doc::Paragraph>(document.sections[0].body[0].content);
    paragraph.inlines.emplace_back(doc::FootnoteMark{});
    document.footnotes.push_back({doc::Block{doc::Paragraph{words("At the foot."), {}}}});
    const auto made = composed(document, "chart-sheet");
    bool found = false;
    for (const auto& page : made.pages) found = found || text_of(page).find("At the foot.") != std::string::npos;
    CHECK(found);
}

TEST_CASE("the contents' chapters stand in the frame's columns", "[layout][rows]") {
    auto document = sheet(10);
    document.sections.push_back(document.sections[0]);
    document.sections[1].id = "second";
    document.sections[1].title = words("Second chapter");
    for (auto& one : document.sections[1].exhibits) one.id += "-b";
    const auto made = composed(document, "chart-sheet");
    const auto& page = made.pages.front();
    double first = -1, second = -1, y_first = 0, y_second = 1;
    for (const auto& run : runs_of(page)) {
        if (run.text == "Chapter") first = run.x, y_first = run.y;
        if (run.text.find("Second") == 0) second = run.x, y_second = run.y;
    }
    CHECK(first >= 0);
    CHECK(second > first + 100);
    CHECK(y_first == y_second);
}
