// Two tables in one sheet or file: named with the ranges of both, or with the rows of headers that are printed again.
#include "book_bytes.h"
#include "catch.h"
#include "data/codes.h"
#include "unusual_case.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

const Lines kTowns{"town:text|year:year|guests:integer", "Bonn|2024|10", "Kiel|2025|20", "Jena|2026|30"};

std::vector<CellRow> towns() {
    return {
        {"town", "year", "guests"}, {"Bonn", "n:2024", "n:10"}, {"Kiel", "n:2025", "n:20"}, {"Jena", "n:2026", "n:30"}};
}

std::string book(std::vector<CellRow> between, std::vector<CellRow> below) {
    auto rows = towns();
    rows.insert(rows.end(), between.begin(), between.end());
    rows.insert(rows.end(), below.begin(), below.end());
    return xlsx_of(rows);
}

const std::vector<CellRow> kShips{{"ship", "built", "cabins"}, {"Aurora", "n:1990", "n:7"}, {"Berta", "n:1995", "n:8"}};

}  // namespace

TEST_CASE("a second table in a sheet is an error that has the ranges of both", "[data][workbook]") {
    const Lines ships{"ship:text|built:integer|cabins:integer", "Aurora|1990|7", "Berta|1995|8"};
    check({"below a blank row", book({{}}, kShips), "", kTowns, "a second table seems to begin in row 6", 0, "t.xlsx"});
    check({"the second one", book({{}}, kShips), "", ships, "a second table seems to begin in row 6", 1, "t.xlsx"});
    check({"without a blank row", book({}, kShips), "", kTowns, "a second table seems to begin in row 5", 0, "t.xlsx"});
    check({"under a title", book({{}, {"Ships"}}, kShips), "", ships, "a second table seems to begin in row 7", 1,
           "t.xlsx"});
}

TEST_CASE("a header row that is printed again is left out by the rows that the message names", "[data][workbook]") {
    auto again = towns();
    again.resize(3);
    auto all = kTowns;
    all.insert(all.end(), kTowns.begin() + 1, kTowns.begin() + 3);
    check({"at once", book({}, again), "", all, "row 5 of “t.xlsx” repeats the header row", 0, "t.xlsx"});
    check({"with its title", book({{}, {"Second half"}}, again), "", all, "row 7 of “t.xlsx” repeats the header row", 0,
           "t.xlsx"});
    const std::string text = "town,year,guests\nBonn,2024,10\nKiel,2025,20\nJena,2026,30\n";
    check({"in a text file", text + "town,year,guests\nBonn,2024,10\nKiel,2025,20\n", "", all,
           "line 5 repeats the header row"});
}

TEST_CASE("a sheet of words with one blank row is a doubt, and one with several is a table", "[data][workbook]") {
    const std::vector<CellRow> words{{"name", "role"},  {"Ann", "pilot"}, {"Bob", "cook"}, {},
                                     {"place", "duty"}, {"Bonn", "watch"}};
    const Folder folder;
    const auto out = outcome_of(folder, "t.xlsx", xlsx_of(words), "");
    REQUIRE(out.diagnostics.size() == 1);
    CHECK(out.diagnostics[0].code == data::code::stacked_tables);
    CHECK(out.diagnostics[0].severity == diag::Severity::warning);
    check(
        {"the first one", xlsx_of(words), "", {"name:text|role:text", "Ann|pilot", "Bob|cook"}, "row 5", 0, "t.xlsx"});
    auto spaced = words;
    spaced.insert(spaced.end(), {{}, {"Carl", "mate"}});
    const Folder other;
    CHECK(outcome_of(other, "t.xlsx", xlsx_of(spaced), "").diagnostics.empty());
}

TEST_CASE("blank rows between rows of numbers, and words for missing ones, are no second table", "[data][workbook]") {
    const Folder folder;
    const auto spaced = book({{}}, {{"Ulm", "n:2020", "n:5"}, {}, {"Hof", "n:2021", "n:6"}});
    CHECK(outcome_of(folder, "t.xlsx", spaced, "").diagnostics.empty());
    const Folder other;
    for (const auto& found :
         outcome_of(other, "t.xlsx", book({}, {{"Ulm", "n/a", "n/a"}, {"Hof", "n:2021", "n:6"}}), "").diagnostics)
        CHECK(found.code != data::code::stacked_tables);
}

TEST_CASE("a number of no day in a cell of dates is an error at its cell", "[data][workbook]") {
    for (const auto* number : {"-3", "2958466", "20260831"}) {
        const auto bytes =
            xlsx_of({{"day", "n"}, {"n1:46000", "n:1"}, {std::string("n1:") + number, "n:2"}}, {"yyyy-mm-dd"});
        check({number,
               bytes,
               "",
               {"day:date|n:integer", "2025-12-09|1", "|2"},
               std::string("cell A3 of “t.xlsx” has the form of a date and holds ") + number,
               0,
               "t.xlsx"});
    }
}
