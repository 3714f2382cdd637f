// Long tables: every row once and whole, the head and the group again on each page; numbers on their decimals.
#include "house.h"
#include "layout/blocks/table_grid.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

doc::Value cell(std::string text, std::optional<double> number = {}) {
    doc::Value value;
    value.text = std::move(text);
    value.number = number;
    return value;
}

doc::Table table_of(int groups, int rows) {
    doc::Table table;
    table.columns.resize(3);
    table.columns[0].label = "Year";
    table.columns[1].label = "Commits";
    table.columns[1].numeric = true;
    table.columns[1].show = doc::TableColumn::Show::bar;
    table.columns[2].label = "Rate";
    table.columns[2].numeric = true;
    table.columns[2].note = "Of all";
    for (int g = 0; g < groups; ++g) {
        auto& group = table.rows.emplace_back();
        group.kind = doc::Table::Row::Kind::group;
        group.cells = {cell("Group " + std::to_string(g)), cell("sum" + std::to_string(g), 1), cell("")};
        for (int r = 0; r < rows; ++r) {
            const int number = g * rows + r;
            table.rows.emplace_back().cells = {cell("row" + std::to_string(number)),
                                               cell(std::to_string(number), number), cell(r % 2 ? "12.25" : "3.5", 1)};
        }
    }
    return table;
}

doc::Document document_with(doc::Table table) {
    doc::Document document;
    document.title = words("A title");
    document.short_title = "Short";
    auto& section = document.sections.emplace_back();
    section.id = "data";
    section.title = words("The data");
    auto& exhibit = section.exhibits.emplace_back();
    exhibit.id = "tab:long";
    exhibit.number = "Table 1";
    exhibit.title = words("Long");
    exhibit.full_width = true;
    exhibit.content = std::move(table);
    section.body.push_back({doc::ExhibitPlace{0}});
    return document;
}

int count_of(const std::vector<Stood>& runs, const std::string& text, bool repeated) {
    int n = 0;
    for (const auto& run : runs) n += run.text.find(text) != std::string::npos && run.repeated == repeated;
    return n;
}

}  // namespace

TEST_CASE("each row of a long table stands once, inside the text area", "[layout][table]") {
    const auto layout = layout_named("data-report");
    const auto made = composed(document_with(table_of(8, 25)), "data-report");
    REQUIRE(made.pages.size() >= 5);
    std::vector<int> met(200);
    for (const auto& page : made.pages) {
        for (const auto& run : runs_of(page)) {
            if (run.text.rfind("row", 0) != 0) continue;
            ++met[std::stoul(run.text.substr(3))];
            CHECK_FALSE(run.repeated);
            CHECK(run.y < layout.page.height - layout.margins.bottom);
            CHECK(run.y > layout.margins.top);
        }
    }
    for (const int times : met) CHECK(times == 1);
}

TEST_CASE("head and group stand again, as decoration, on every later page of a table", "[layout][table]") {
    const auto made = composed(document_with(table_of(3, 70)), "data-report");
    int later = 0;
    for (const auto& page : made.pages) {
        const auto runs = runs_of(page);
        if (count_of(runs, "row", false) == 0) continue;
        if (count_of(runs, "Year", false) == 1) continue;  // the table begins here
        ++later;
        CHECK(count_of(runs, "continued", true) >= 1);
        CHECK(count_of(runs, "Year", true) == 1);
        CHECK(count_of(runs, "Year", false) == 0);
    }
    CHECK(later >= 3);
}

TEST_CASE("in chapters of charts a table stands whole where a page can hold it, else its head stands again",
          "[layout][table][rows]") {
    for (const int rows : {12, 120}) {
        auto document = document_with(table_of(1, rows));
        const auto made = composed(document, "chart-sheet");
        int first = 0, later = 0;
        for (const auto& page : made.pages) {
            const auto runs = runs_of(page);
            if (count_of(runs, "row", false) == 0) continue;
            if (count_of(runs, "Year", false) == 1) {
                ++first;
            } else {
                ++later;
                CHECK(count_of(runs, "Year", true) == 1);
            }
        }
        INFO(rows);
        CHECK(first == 1);
        CHECK((later > 0) == (rows > 100));
    }
}

TEST_CASE("numbers of a column share the place of their decimals", "[layout][table]") {
    const auto made = composed(document_with(table_of(1, 4)), "data-report");
    double right_of_two = 0, right_of_one = 0, after_one = 0, after_two = 0;
    const auto layout = layout_named("data-report");
    text::Setter setter(fonts());
    diag::Diagnostics found;
    const std::map<std::string, std::string> none;
    const doc::Document empty;
    const auto locale = *locale::Locale::find("en-GB");
    layout::Setting s{empty, layout, locale, setter, none, found};
    CHECK(layout::decimals_of(s, "12.25") == ".25");
    CHECK(layout::decimals_of(s, "1,080").empty());
    CHECK(layout::decimals_of(s, "7%") == "%");
    CHECK(layout::decimals_of(s, "–").empty());
    after_two = layout::natural_width(s, ".25", layout.style("table-cell"));
    after_one = layout::natural_width(s, ".5", layout.style("table-cell"));
    for (const auto& page : made.pages) {
        for (const auto& run : runs_of(page)) {
            if (run.text == "12.25") right_of_two = run.x + run.width;
            if (run.text == "3.5") right_of_one = run.x + run.width;
        }
    }
    REQUIRE(right_of_two > 0);
    CHECK(right_of_two - after_two == Approx(right_of_one - after_one).margin(0.05));
}

TEST_CASE("a column's note has a letter in the head and its words below the table", "[layout][table]") {
    const auto made = composed(document_with(table_of(1, 3)), "data-report");
    const auto text = text_of(made.pages.back());
    CHECK(text.find("Of all") != std::string::npos);
    CHECK(text.find("Rate") != std::string::npos);
}
