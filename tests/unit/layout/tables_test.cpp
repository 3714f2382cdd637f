// Long tables: every row once and whole, header row and group repeated on each page, numbers on their decimals.
#include "documents.h"
#include "house.h"
#include "layout/blocks/table_grid.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

/// Groups of rows with bars in the second column and decimals in the third.
doc::Table grouped(int groups, int rows) {
    auto result = table("Year", "Commits");
    result.columns[1].show = doc::TableColumn::Show::bar;
    auto& rate = result.columns.emplace_back();
    rate.label = "Rate";
    rate.numeric = true;
    rate.note = 1;
    result.notes = {"Of all"};
    for (int g = 0; g < groups; ++g) {
        add_group(result, "Group " + std::to_string(g));
        result.rows.back().cells[1] = cell("sum" + std::to_string(g), 1);
        result.rows.back().cells.push_back(cell(""));
        for (int r = 0; r < rows; ++r) {
            const int number = g * rows + r;
            add_row(result, "row" + std::to_string(number), number);
            result.rows.back().cells.push_back(cell(r % 2 ? "12.25" : "3.5", 1));
        }
    }
    return result;
}

doc::Document document_with(doc::Table content) {
    auto rows = exhibit("tab:long", "Long", std::move(content));
    rows.number = "Table 1";
    rows.width = vocabulary::Width::full;
    auto data = section("data", "The data");
    add_exhibit(data, std::move(rows));
    return document("A title", std::move(data));
}

/// The runs with these words, as text or as decoration.
int count_of(const std::vector<PlacedRun>& runs, const std::string& text, bool repeated) {
    int count = 0;
    for (const auto& run : runs) count += run.text.find(text) != std::string::npos && run.repeated == repeated;
    return count;
}

}  // namespace

TEST_CASE("each row of a long table is printed once, inside the text area", "[layout][table]") {
    const auto layout = layout_named("data-report");
    const auto composition = composed(document_with(grouped(8, 25)), "data-report");
    REQUIRE(composition.pages.size() >= 5);
    std::vector<int> seen(200);
    for (const auto& page : composition.pages) {
        for (const auto& run : runs_of(page)) {
            if (!run.text.starts_with("row")) continue;
            ++seen[std::stoul(run.text.substr(3))];
            CHECK_FALSE(run.repeated);
            CHECK(run.y < layout.page.height - layout.margins.bottom);
            CHECK(run.y > layout.margins.top);
        }
    }
    for (const int times : seen) CHECK(times == 1);
}

TEST_CASE("header row and group are repeated, as decoration, on every later page of a table", "[layout][table]") {
    const auto composition = composed(document_with(grouped(3, 70)), "data-report");
    int later = 0;
    for (const auto& page : composition.pages) {
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

TEST_CASE("in chapters of charts a table is whole if a page can hold it, else its header row is repeated",
          "[layout][table][rows]") {
    for (const int rows : {12, 120}) {
        INFO(rows);
        const auto composition = composed(document_with(grouped(1, rows)), "chart-sheet");
        int first = 0, later = 0;
        for (const auto& page : composition.pages) {
            const auto runs = runs_of(page);
            if (count_of(runs, "row", false) == 0) continue;
            if (count_of(runs, "Year", false) == 1) {
                ++first;
            } else {
                ++later;
                CHECK(count_of(runs, "Year", true) == 1);
            }
        }
        CHECK(first == 1);
        CHECK((later > 0) == (rows > 100));
    }
}

TEST_CASE("numbers of a column share the place of their decimals", "[layout][table]") {
    const auto layout = layout_named("data-report");
    text::Setter setter(fonts());
    const doc::Document empty;
    const auto locale = *locale::Locale::find("en-GB");
    const layout::PageLabels none;
    const layout::Inputs inputs{
        .document = empty, .layout = layout, .locale = locale, .setter = setter, .page_labels = none};
    layout::Trial trial(inputs);
    auto& s = trial.setting();
    CHECK(layout::decimals_of(s, "12.25") == ".25");
    CHECK(layout::decimals_of(s, "1,080").empty());
    CHECK(layout::decimals_of(s, "7%") == "%");
    CHECK(layout::decimals_of(s, "–").empty());
    double right_of_two = 0, right_of_one = 0;
    for (const auto& page : composed(document_with(grouped(1, 4)), layout).pages) {
        for (const auto& run : runs_of(page)) {
            if (run.text == "12.25") right_of_two = run.x + run.width;
            if (run.text == "3.5") right_of_one = run.x + run.width;
        }
    }
    REQUIRE(right_of_two > 0);
    const double two = layout::natural_width(s, ".25", layout.style("table-cell"));
    const double one = layout::natural_width(s, ".5", layout.style("table-cell"));
    CHECK(right_of_two - two == Approx(right_of_one - one).margin(0.05));
}

TEST_CASE("a column's note has a letter in the header row and its words below the table", "[layout][table]") {
    const auto composition = composed(document_with(grouped(1, 3)), "data-report");
    const auto text = text_of(composition.pages.back());
    CHECK_THAT(text, ContainsSubstring("Of all"));
    CHECK_THAT(text, ContainsSubstring("Rate"));
}

TEST_CASE("a row whose name has more lines than a page goes on over the next ones", "[layout][table]") {
    doc::Document document;
    document.title = words("Rain");
    auto& section = document.sections.emplace_back();
    section.id = "hills";
    section.title = section.headline = words("Hills");
    auto& exhibit = section.exhibits.emplace_back();
    exhibit.id = "tab:t";
    exhibit.number = "Table 1";
    exhibit.title = words("Gauges on the hills, in the towns and on the fields below the mill");
    auto rows = table("Place", "Rain");
    rows.columns.push_back(rows.columns[1]);
    rows.columns.push_back(rows.columns[1]);
    for (int i = 0; i < 6; ++i) {
        auto& row = rows.rows.emplace_back();
        row.cells = {cell(i % 2 == 1 ? counted("gauge", 900) : "Hill"), cell("1", 1), cell("2", 2), cell("3", 3)};
    }
    exhibit.content = rows;
    section.body.push_back(paragraph("It rained."));
    doc::Block place{doc::ExhibitPlace{}};
    std::get<doc::ExhibitPlace>(place.content).index = 0;
    section.body.push_back(place);
    for (const auto* name : {"research-note", "data-report"}) {
        INFO(name);
        const auto layout = layout_named(name);
        const auto pages = composed(document, layout);
        CHECK(count_of(text_of(pages), "gauge") == 3 * 900);
        for (const auto& page : pages.pages)
            for (const auto& run : runs_of(page))
                if (!run.repeated) CHECK(run.y < layout.page.height - layout.margins.bottom + 1);
    }
}
