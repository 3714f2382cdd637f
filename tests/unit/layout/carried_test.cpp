// Sums carried from page to page, and from slide to slide; notes of cells and of slides' tables.
#include <functional>

#include "documents.h"
#include "house.h"
#include "layout/ground/piece.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

/// Rows with the numbers 1, 2, 3 …; each knows the sum of those above it.
doc::Table summed(int rows) {
    auto result = table("Name", "Number");
    int sum = 0;
    for (int i = 1; i <= rows; ++i) {
        add_row(result, "row" + std::to_string(i), i);
        if (i > 1) result.rows.back().carried = {"", "S" + std::to_string(sum)};
        sum += i;
    }
    auto& total = result.rows.emplace_back();
    total.kind = doc::Table::Row::Kind::total;
    total.cells = {cell("Total"), cell("S" + std::to_string(sum), sum)};
    total.carried = {"", "S" + std::to_string(sum)};
    return result;
}

doc::Document document_with(doc::Table content) {
    auto rows = exhibit("tab:long", "Long", std::move(content));
    rows.number = "Table 1";
    auto data = section("data", "The data");
    add_exhibit(data, std::move(rows));
    return document("A title", std::move(data));
}

struct PageOfTable {
    int first = 0, last = 0;  // numbers of its rows
    std::string forward, brought;
    double lowest_row = 0, forward_y = 0, highest_row = 1e9, brought_y = 0, left_edge = 0;
};

/// The pages that have rows of the table: which, and the sums at their ends.
std::vector<PageOfTable> pages_of(const scene::Document& composition) {
    std::vector<PageOfTable> pages;
    for (const auto& page : composition.pages) {
        PageOfTable found;
        const auto runs = runs_of(page);
        for (const auto& run : runs) {
            if (run.text.starts_with("row")) {
                const int number = std::stoi(run.text.substr(3));
                if (found.first == 0) found.first = number;
                found.last = number;
                found.lowest_row = std::max(found.lowest_row, run.y);
                found.highest_row = std::min(found.highest_row, run.y);
            }
            if (run.text.starts_with("Carried")) found.forward_y = run.y;
            if (run.text.starts_with("Brought")) found.brought_y = run.y;
            if (run.text.starts_with("Carried") || run.text.starts_with("Brought")) CHECK(run.repeated);
        }
        for (const auto& run : runs) {
            if (!run.text.starts_with("S")) continue;
            if (found.forward_y > 0 && std::abs(run.y - found.forward_y) < 0.1) found.forward = run.text;
            if (found.brought_y > 0 && std::abs(run.y - found.brought_y) < 0.1) found.brought = run.text;
        }
        if (found.first > 0) pages.push_back(found);
    }
    return pages;
}

std::string sum_to(int number) {
    return "S" + std::to_string(number * (number + 1) / 2);
}

void check_pages(const std::vector<PageOfTable>& pages, double bottom) {
    REQUIRE(pages.size() >= 2);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        INFO("page " << i << ": rows " << pages[i].first << " to " << pages[i].last);
        const bool is_last = i + 1 == pages.size();
        CHECK(pages[i].brought == (i == 0 ? std::string() : sum_to(pages[i].first - 1)));
        CHECK(pages[i].forward == (is_last ? std::string() : sum_to(pages[i].last)));
        if (!is_last) CHECK(pages[i].forward_y > pages[i].lowest_row);
        if (!is_last) CHECK(pages[i].forward_y <= bottom);
        if (i > 0) CHECK(pages[i].brought_y < pages[i].highest_row);
        if (i > 0) CHECK(pages[i].first == pages[i - 1].last + 1);
    }
}

}  // namespace

TEST_CASE("sums are carried to the foot of a page and brought to the top of the next", "[layout][carry]") {
    for (const char* name : {"research-note", "data-report", "chart-sheet"}) {
        const auto layout = layout_named(name);
        for (const int rows : {90, 93, 95, 96, 97, 98, 200}) {
            INFO(name << ", " << rows << " rows");
            check_pages(pages_of(composed(document_with(summed(rows)), layout)),
                        layout.page.height - layout.margins.bottom + 0.1);
        }
    }
}

TEST_CASE("a table on one page carries nothing", "[layout][carry]") {
    const auto pages = pages_of(composed(document_with(summed(12)), "research-note"));
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].forward_y == 0);
    CHECK(pages[0].brought_y == 0);
}

TEST_CASE("room is kept for the sums only where a page may end before the next row", "[layout][carry]") {
    layout::Pieces pieces(3);
    for (auto& piece : pieces) {
        piece.height = 10;
        layout::Carried carried;
        carried.forward.height = 15;
        piece.carried = std::make_shared<const layout::Carried>(carried);
    }
    CHECK(layout::foot_fits(pieces, 1, 3, 15));
    CHECK_FALSE(layout::foot_fits(pieces, 1, 3, 14));
    CHECK(layout::foot_fits(pieces, 1, 3, 20));  // the rest
    CHECK_FALSE(layout::foot_fits(pieces, 2, 3, 9));
    CHECK(layout::foot_fits(pieces, 2, 3, 10));
    CHECK(layout::foot_fits(pieces, 3, 3, 0));
    pieces[2].carried.reset();
    CHECK(layout::foot_fits(pieces, 2, 3, 0));
    CHECK(layout::foot_fits(pieces, 1, 3, 10));  // one row more, before one that needs nothing
}

TEST_CASE("slides carry sums, too, in the drawing and in the native table", "[layout][carry][slides]") {
    auto part = section("data", "The data");
    part.exhibits = {exhibit("tab:long", "Long", summed(60))};
    const auto deck = composed(document("A title", std::move(part)), "executive-deck");
    const auto pages = pages_of(deck);
    check_pages(pages, 1e9);
    std::vector<std::pair<std::string, std::string>> native;  // of each slide, the first and last row's words
    const std::function<void(const std::vector<scene::Item>&)> find = [&](const std::vector<scene::Item>& items) {
        for (const auto& item : items) {
            const auto* mark = std::get_if<scene::Mark>(&item);
            if (mark == nullptr) continue;
            find(mark->items);
            const auto* data = std::get_if<scene::TableData>(&mark->content);
            if (data == nullptr) continue;
            CHECK(data->row_heights.size() == data->rows.size());
            native.emplace_back(data->rows.at(data->head_rows).at(0).runs.at(0).text,
                                data->rows.back().at(0).runs.at(0).text);
        }
    };
    for (const auto& page : deck.pages) find(page.items);
    REQUIRE(native.size() == pages.size());
    for (std::size_t i = 0; i < native.size(); ++i) {
        CHECK(native[i].first == (i == 0 ? "row1" : "Brought forward"));
        CHECK(native[i].second == (i + 1 == native.size() ? "Total" : "Carried forward"));
    }
}

TEST_CASE("a cell's note has a letter behind its number, which keeps its place", "[layout][notes]") {
    auto content = table("Name", "Number");
    add_row(content, "one", 111);
    add_row(content, "two", 222);
    content.notes = {"Counted twice"};
    content.rows[1].cells[1].note = 1;
    double right_of_first = 0, right_of_second = 0, letter_left = 0;
    const auto composition = composed(document_with(content), "research-note");
    for (const auto& page : composition.pages) {
        for (const auto& run : runs_of(page)) {
            if (run.text == "111") right_of_first = run.x + run.width;
            if (run.text == "222") right_of_second = run.x + run.width;
            if (run.text == "a") letter_left = run.x;
        }
    }
    REQUIRE(letter_left > 0);
    CHECK(right_of_first == Approx(right_of_second).margin(0.05));
    CHECK(letter_left == Approx(right_of_second).margin(0.5));
    CHECK_THAT(text_of(composition.pages.back()), ContainsSubstring("Counted twice"));
}

TEST_CASE("each slide has the words of the letters that it shows", "[layout][notes][slides]") {
    auto content = table("Name", "Number");
    for (int i = 1; i <= 60; ++i) add_row(content, "row" + std::to_string(i), i);
    content.notes = {"Of the head", "Of the first row", "Of the last row"};
    content.columns[1].note = 1;
    content.rows.front().cells[1].note = 2;
    content.rows.back().cells[0].note = 3;
    auto part = section("data", "The data");
    part.exhibits = {exhibit("tab:long", "Long", std::move(content))};
    const auto deck = composed(document("A title", std::move(part)), "executive-deck");
    std::vector<std::string> slides;
    for (const auto& page : deck.pages)
        if (const auto words = text_of(page); words.find("row") != std::string::npos) slides.push_back(words);
    REQUIRE(slides.size() >= 2);
    for (std::size_t i = 0; i < slides.size(); ++i) {
        CHECK(slides[i].find("Of the head") != std::string::npos);
        CHECK((slides[i].find("Of the first row") != std::string::npos) == (i == 0));
        CHECK((slides[i].find("Of the last row") != std::string::npos) == (i + 1 == slides.size()));
    }
}
