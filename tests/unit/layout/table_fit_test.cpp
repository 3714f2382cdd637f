// Wide tables become narrower step by step, and tall rows break; nothing leaves the page.
#include <algorithm>

#include "documents.h"
#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

/// Stations with so many columns of five digits.
doc::Table wide(int columns, int rows = 6) {
    doc::Table result;
    result.columns.resize(static_cast<std::size_t>(columns) + 1);
    result.columns[0].label = "Station";
    for (int c = 1; c <= columns; ++c) {
        result.columns[static_cast<std::size_t>(c)].label = "Quay " + std::to_string(c);
        result.columns[static_cast<std::size_t>(c)].numeric = true;
    }
    for (int r = 0; r < rows; ++r) {
        auto& row = result.rows.emplace_back();
        row.cells.push_back(cell("Station " + std::to_string(r)));
        for (int c = 1; c <= columns; ++c) {
            const int number = 10000 + 100 * r + c;
            row.cells.push_back(cell(std::to_string(number), number));
        }
    }
    return result;
}

/// A table of topics and remarks; one remark has so many numbered words.
doc::Table remarks(int words_of_one) {
    doc::Table result;
    result.columns.resize(2);
    result.columns[0].label = "Topic";
    result.columns[1].label = "Remark";
    for (const int count : {5, words_of_one, 8}) {
        auto& row = result.rows.emplace_back();
        row.cells = {cell("Topic " + std::to_string(count)), cell(counted("word", count))};
    }
    return result;
}

doc::Document document_with(doc::Table content, const std::string& before = {}) {
    auto rows = exhibit("tab:wide", "Wide", std::move(content));
    rows.number = "Table 1";
    auto data = section("data", "The data");
    if (!before.empty()) data.body.push_back(paragraph(before));
    add_exhibit(data, std::move(rows));
    if (!before.empty()) data.body.push_back(paragraph(before));
    return document("A title", std::move(data));
}

style::Layout with_landscape(const std::string& name) {
    auto layout = layout_named(name);
    layout.masters.push_back({"landscape", layout.master("page")->frames});
    return layout;
}

std::vector<std::string> codes_of(const diag::Diagnostics& diagnostics) {
    std::vector<std::string> codes;
    for (const auto& one : diagnostics)
        if (to_string(one.code) != "last_page_nearly_empty") codes.emplace_back(to_string(one.code));
    return codes;
}

/// Every run lies on its page, and no two of the text overlap.
void check_nothing_is_cut(const scene::Document& composition) {
    for (const auto& page : composition.pages) {
        for (const auto& run : runs_of(page)) {
            INFO(run.text);
            CHECK(run.x >= -0.01);
            CHECK(run.x + run.width <= page.size.width + 0.01);
            CHECK(run.y <= page.size.height);
        }
    }
}

int times(const scene::Document& composition, const std::string& text) {
    int count = 0;
    for (const auto& page : composition.pages)
        for (const auto& run : runs_of(page)) count += run.text == text && !run.repeated;
    return count;
}

}  // namespace

TEST_CASE("a table that fits is not touched", "[layout][table][fit]") {
    const auto result = attempt(document_with(wide(6)), layout_named("data-report"));
    CHECK(codes_of(result.diagnostics()).empty());
}

TEST_CASE("a wide table is made to fit, and its author is told", "[layout][table][fit]") {
    for (const int columns : {16, 25, 40}) {
        INFO(columns);
        const auto result = attempt(document_with(wide(columns)), layout_named("data-report"));
        REQUIRE(result.has_value());
        CHECK(codes_of(result.diagnostics()) == std::vector<std::string>{"table_adapted"});
        check_nothing_is_cut(result.value());
        for (int c = 1; c <= columns; ++c) CHECK(times(result.value(), std::to_string(10200 + c)) == 1);
    }
}

TEST_CASE("columns in several parts repeat the names of the rows", "[layout][table][fit]") {
    const auto result = attempt(document_with(wide(40)), layout_named("data-report"));
    REQUIRE(result.has_value());
    CHECK_THAT(messages_of(result.diagnostics()), ContainsSubstring("parts"));
    CHECK(times(result.value(), "Station 3") >= 2);
}

TEST_CASE("a table turns its page if the layout has such a master, and the text goes on upright",
          "[layout][table][fit]") {
    const auto layout = with_landscape("data-report");
    const auto text = counted("rain", 120);
    const auto result = attempt(document_with(wide(25), text), layout);
    REQUIRE(result.has_value());
    const auto& pages = result.value().pages;
    const auto lying = [](const scene::Page& page) { return page.size.width > page.size.height; };
    REQUIRE(std::count_if(pages.begin(), pages.end(), lying) == 1);
    check_nothing_is_cut(result.value());
    const auto page = std::find_if(pages.begin(), pages.end(), lying);
    CHECK(page->size == base::Size{layout.page.height, layout.page.width});
    CHECK_THAT(text_of(*page), ContainsSubstring("10225"));
    CHECK_THAT(text_of(*page), !ContainsSubstring("rain 1 "));
    CHECK(page != pages.begin());
    CHECK_FALSE(lying(pages.front()));
    CHECK(times(result.value(), "Station 3") == 1);
}

TEST_CASE("a table that cannot fit is an error", "[layout][table][fit]") {
    auto content = wide(2);
    content.rows[0].cells[0] = cell(std::string(300, 'x'));
    // On slides no word is divided; on pages what no line holds is.
    const auto slides = codes_of(attempt(document_with(content), layout_named("executive-deck")).diagnostics());
    CHECK(std::count(slides.begin(), slides.end(), "table_too_wide") == 1);
    const auto pages = attempt(document_with(content), layout_named("data-report"));
    REQUIRE(pages.has_value());
    CHECK_FALSE(diag::has_errors(pages.diagnostics()));
    check_nothing_is_cut(pages.value());
}

TEST_CASE("a row taller than a page breaks between its lines, under its name", "[layout][table][rows]") {
    for (const char* name : {"research-note", "data-report"}) {
        for (const int words : {900, 1800, 4000}) {
            INFO(name << ' ' << words);
            const auto layout = layout_named(name);
            const auto composition = composed(document_with(remarks(words)), layout);
            REQUIRE(composition.pages.size() > 1);
            std::string text;
            int named = 0;
            for (const auto& page : composition.pages) {
                for (const auto& run : runs_of(page)) {
                    named += run.repeated && run.text.find(std::to_string(words)) != std::string::npos;
                    if (run.text.find("word") == std::string::npos || run.repeated) continue;
                    CHECK(run.y < layout.page.height - layout.margins.bottom);
                    CHECK(run.y > layout.margins.top);
                }
                text += text_of(page);
            }
            CHECK(named >= 1);
            CHECK_THAT(text, ContainsSubstring("word " + std::to_string(words) + "."));
        }
    }
}

TEST_CASE("wide and tall tables on slides are made to fit or split", "[layout][table][slides]") {
    for (const int columns : {9, 14, 30}) {
        INFO(columns);
        const auto result = attempt(document_with(wide(columns)), layout_named("executive-deck"));
        REQUIRE(result.has_value());
        CHECK_FALSE(diag::has_errors(result.diagnostics()));
        check_nothing_is_cut(result.value());
        for (int c = 1; c <= columns; ++c) CHECK(times(result.value(), std::to_string(10200 + c)) == 1);
    }
    const auto composition = composed(document_with(remarks(1200)), "executive-deck");
    check_nothing_is_cut(composition);
    CHECK(composition.pages.size() >= 3);
}

namespace {

/// The native tables among items.
void tables_in(const std::vector<scene::Item>& items, std::vector<scene::TableData>& found) {
    for (const auto& item : items) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (mark == nullptr) continue;
        if (const auto* data = std::get_if<scene::TableData>(&mark->content)) found.push_back(*data);
        tables_in(mark->items, found);
    }
}

/// A group with a group inside that has so many rows.
doc::Table nested(int rows) {
    auto result = table("City", "Members");
    add_group(result, "North");
    add_group(result, "Ayland");
    result.rows.back().level = 2;
    for (int r = 0; r < rows; ++r) add_row(result, "city" + std::to_string(r), r);
    return result;
}

}  // namespace

TEST_CASE("groups that go on are named again, the outer one first", "[layout][table][slides]") {
    for (const char* name : {"data-report", "executive-deck"}) {
        INFO(name);
        const auto composition = composed(document_with(nested(90)), name);
        int later = 0;
        for (const auto& page : composition.pages) {
            std::vector<double> north, ayland;
            for (const auto& run : runs_of(page)) {
                if (run.repeated && run.text.find("North") != std::string::npos) north.push_back(run.y);
                if (run.repeated && run.text.find("Ayland") != std::string::npos) ayland.push_back(run.y);
            }
            CHECK(north.size() == ayland.size());
            if (north.size() == 1 && ayland.size() == 1) CHECK(north[0] < ayland[0]);
            later += !north.empty();
            std::vector<scene::TableData> tables;
            tables_in(page.items, tables);
            for (const auto& data : tables) CHECK(data.rows.size() == data.row_heights.size());
        }
        CHECK(later >= 1);
    }
}
