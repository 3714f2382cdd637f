// Chapters of charts in rows: two in a row, heads and notes level, pages about equally full. Contents in columns.
#include <algorithm>
#include <map>

#include "documents.h"
#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

std::string id_of(int number) {
    return "fig:" + std::to_string(number);
}

doc::Exhibit numbered(int number, bool full) {
    auto result = exhibit(id_of(number), "Title " + std::to_string(number), chart("column", {4, 5, 6}));
    result.number = "Figure " + std::to_string(number);
    result.note = words("Note of " + std::to_string(number));
    if (full) result.width = vocabulary::Width::full;
    return result;
}

/// A chapter of `count` charts, every `full_every`-th of full width.
doc::Document sheet(int count, int full_every = 0) {
    auto chapter = section("chapter", "Chapter");
    chapter.body.push_back(paragraph("A line on the charts."));
    for (int i = 0; i < count; ++i)
        add_exhibit(chapter, numbered(i, full_every > 0 && i % full_every == full_every - 1));
    return document("A gallery", std::move(chapter));
}

struct Place {
    std::size_t page = 0;
    base::Point at;
};

/// The places of all anchors.
std::map<std::string, Place> places(const scene::Document& composition) {
    std::map<std::string, Place> result;
    for (std::size_t p = 0; p < composition.pages.size(); ++p)
        for (const auto& anchor : composition.pages[p].anchors) result[anchor.name] = {p, anchor.at};
    return result;
}

/// The baseline of the first run with these words; -1: none has them.
double y_of(const scene::Page& page, const std::string& text) {
    for (const auto& run : runs_of(page))
        if (run.text.find(text) != std::string::npos) return run.y;
    return -1;
}

}  // namespace

TEST_CASE("charts are two in a row, in order, heads and notes level", "[layout][rows]") {
    const auto composition = composed(sheet(6), "chart-sheet");
    const auto at = places(composition);
    for (int i = 0; i < 6; i += 2) {
        const auto left = at.at(id_of(i)), right = at.at(id_of(i + 1));
        CHECK(left.page == right.page);
        CHECK(left.at.y == right.at.y);
        CHECK(left.at.x < right.at.x);
        if (i > 0) CHECK(left.at.y > at.at(id_of(i - 1)).at.y);
    }
    const auto& page = composition.pages[at.at("fig:0").page];
    CHECK(y_of(page, "Note of 0") == y_of(page, "Note of 1"));
}

TEST_CASE("rows never leave their page, four to a page at most", "[layout][rows]") {
    const auto layout = layout_named("chart-sheet");
    const double bottom = layout.page.height - layout.margins.bottom;
    for (const int count : {6, 8, 12, 14, 20}) {
        INFO(count);
        const auto composition = composed(sheet(count), "chart-sheet");
        const auto at = places(composition);
        std::map<std::size_t, int> rows;
        for (int i = 0; i < count; i += 2) ++rows[at.at(id_of(i)).page];
        for (const auto& [page, number] : rows) {
            CHECK(number <= 4);
            double lowest = 0;
            for (const auto& run : runs_of(composition.pages[page]))
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
        const auto composition = composed(sheet(count), "chart-sheet");
        const auto at = places(composition);
        std::map<std::size_t, double> highest, lowest;
        for (int i = 0; i < count; ++i) {
            const auto place = at.at(id_of(i));
            highest.emplace(place.page, place.at.y);
            lowest[place.page] =
                std::max(lowest[place.page], y_of(composition.pages[place.page], "Note of " + std::to_string(i)));
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

TEST_CASE("a row taller than the page has a page of its own", "[layout][rows]") {
    auto gallery = sheet(4);
    for (auto& chart : gallery.sections[0].exhibits) chart.height = 1000;
    const auto result = attempt(gallery, layout_named("chart-sheet"));
    REQUIRE(result.has_value());
    const auto& composition = result.value();
    const auto at = places(composition);
    CHECK(at.at("fig:2").page == at.at("fig:0").page + 1);
    CHECK(composition.pages.size() < 6);
}

TEST_CASE("a chart of full width has a row of its own, and none is lost", "[layout][rows]") {
    const auto composition = composed(sheet(9, 3), "chart-sheet");
    const auto at = places(composition);
    for (int i = 0; i < 9; ++i) REQUIRE(at.count(id_of(i)) == 1);
    for (int i = 2; i < 9; i += 3) CHECK(at.at(id_of(i)).at.x == at.at("fig:0").at.x);
}

TEST_CASE("a chapter with footnotes flows, so that none is lost", "[layout][rows]") {
    auto gallery = sheet(4);
    gallery.sections[0].body[0] = paragraph(marked("A line on the charts.", 0));
    gallery.footnotes.push_back({paragraph("At the foot.")});
    CHECK_THAT(text_of(composed(gallery, "chart-sheet")), ContainsSubstring("At the foot."));
}

TEST_CASE("the contents' chapters are dealt out to the frame's columns", "[layout][rows]") {
    auto gallery = sheet(10);
    gallery.sections.push_back(gallery.sections[0]);
    gallery.sections[1].id = "second";
    gallery.sections[1].title = words("Second chapter");
    for (auto& copy : gallery.sections[1].exhibits) copy.id += "-b";
    const auto composition = composed(gallery, "chart-sheet");
    const auto& page = composition.pages.front();
    double first = -1, second = -1, y_first = 0, y_second = 1;
    for (const auto& run : runs_of(page)) {
        if (run.text == "Chapter") first = run.x, y_first = run.y;
        if (run.text.starts_with("Second")) second = run.x, y_second = run.y;
    }
    CHECK(first >= 0);
    CHECK(second > first + 100);
    CHECK(y_first == y_second);
}
