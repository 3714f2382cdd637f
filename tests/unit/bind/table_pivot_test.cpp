// Tables with notes in cells, sums carried from page to page, and columns that come from the data.
#include <functional>

#include "../../folder.h"
#include "bind/exhibits/codes.h"
#include "diag/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

namespace {

/// A table of rows of this file, changed by `change`.
struct Shown {
    diag::Diagnostics diagnostics;
    doc::Table table;

    Shown(const std::string& csv, const std::function<void(spec::Exhibit&)>& change, const std::string& keys = {}) {
        const precis::test::Folder folder;
        folder.write("t.csv", csv);
        const auto path = folder.write("model.yaml",
                                       "model: 1\nsources: {counted: {title: Counted}}\ntables:\n  t: {file: t.csv, "
                                       "source: counted" +
                                           (keys.empty() ? "" : ", " + keys) + "}\n");
        Desk desk;
        auto loaded = data::load(path, folder.path());
        REQUIRE(loaded.ok());
        desk.model = std::move(loaded).value();
        auto written = exhibit("tab:t", "");
        written.query = text("SELECT * FROM t");
        change(written);
        desk.briefing.sections = {section("news", "So it is (@tab:t).", {written})};
        auto database = data::Database::open(desk.model, folder.path());
        const auto result = precis::bind::bind(desk.briefing, desk.project, database.value(), desk.layout, desk.target);
        diagnostics = result.diagnostics();
        if (!result.has_value() || result.value().sections.at(0).exhibits.empty()) return;
        table = std::get<doc::Table>(result.value().sections.at(0).exhibits.at(0).content);
    }

    std::vector<std::vector<std::string>> cells() const {
        std::vector<std::vector<std::string>> all;
        for (const auto& row : table.rows) {
            auto& line = all.emplace_back();
            for (const auto& cell : row.cells) line.push_back(cell.text.empty() ? cell.category : cell.text);
        }
        return all;
    }
    std::vector<std::string> heads() const {
        std::vector<std::string> all;
        for (const auto& column : table.columns) {
            std::string head;
            for (const auto& over : column.over) head += over + "/";
            all.push_back(head + column.label);
        }
        return all;
    }
    std::string message() const { return diagnostics.empty() ? std::string() : diagnostics.front().message; }
};

using Cells = std::vector<std::vector<std::string>>;
using Words = std::vector<std::string>;

spec::Pivot pivot(const std::vector<std::string>& columns, const std::string& value) {
    spec::Pivot made;
    for (const auto& name : columns) made.columns.push_back(text(name));
    made.value = column(value);
    made.span = text("pivot").span;
    return made;
}

const std::string kQuarters =
    "town,year,quarter,days\nWest,2024,Q3,10\nWest,2024,Q4,20\nEast,2024,Q4,5\nWest,2025,Q1,30\nWest,2025,Q2,40\n"
    "East,2025,Q1,7\n";

}  // namespace

TEST_CASE("a pivot makes a column of each value, with outer values over inner ones", "[bind][pivot]") {
    const Shown shown(
        kQuarters,
        [](spec::Exhibit& table) {
            table.columns = {column("town")};
            table.pivot = pivot({"year", "quarter"}, "days");
        },
        "columns: {town: text, year: year, quarter: text, days: integer}");
    CHECK(shown.message().empty());
    CHECK(shown.heads() == Words{"Town", "2024/Q3", "2024/Q4", "2025/Q1", "2025/Q2"});
    CHECK(shown.cells() == Cells{{"West", "10", "20", "30", "40"}, {"East", "–", "5", "7", "–"}});
}

TEST_CASE("all other columns tell the rows of a pivot apart; totals and groups are computed after it",
          "[bind][pivot]") {
    const Shown shown("land,town,year,days\nA,x,1,10\nA,x,2,20\nA,y,1,3\nB,x,2,4\n", [](spec::Exhibit& table) {
        table.columns = {column("town")};
        table.groups = {text("land")};
        table.pivot = pivot({"year"}, "days");
        table.pivot->value.total = vocabulary::Total::sum;
    });
    CHECK(shown.message().empty());
    CHECK(shown.cells() == Cells{{"A", "13", "20"},
                                 {"x", "10", "20"},
                                 {"y", "3", "–"},
                                 {"B", "–", "4"},
                                 {"x", "–", "4"},
                                 {"Total", "13", "24"}});
    const Shown all("land,town,year,days\nA,x,1,10\nA,x,2,20\n", [](spec::Exhibit& table) {
        table.all_columns = true;
        table.pivot = pivot({"year"}, "days");
    });
    CHECK(all.heads() == Words{"Land", "Town", "1", "2"});
    CHECK(all.cells() == Cells{{"A", "x", "10", "20"}});
}

TEST_CASE("heads of a pivot are printed as their column's values", "[bind][pivot]") {
    const Shown shown(
        "town,day,days\nx,2026-03-01,1\nx,2026-04-02,2\n",
        [](spec::Exhibit& table) {
            table.columns = {column("town")};
            table.pivot = pivot({"day"}, "days");
        },
        "columns: {town: text, day: date, days: integer}");
    CHECK(shown.heads() == Words{"Town", "1\u00a0March 2026", "2\u00a0April 2026"});
}

TEST_CASE("the order of a pivot's heads is the data's or the author's", "[bind][pivot]") {
    const auto ordered = [](const Words& order) {
        return Shown("town,size,n\nx,small,1\nx,large,2\ny,middle,3\n", [&](spec::Exhibit& table) {
            table.columns = {column("town")};
            table.pivot = pivot({"size"}, "n");
            for (const auto& one : order) table.pivot->order.push_back(text(one));
        });
    };
    CHECK(ordered({}).heads() == Words{"Town", "small", "large", "middle"});
    CHECK(ordered({"large", "middle", "small"}).heads() == Words{"Town", "large", "middle", "small"});
    CHECK_THAT(ordered({"large", "middle"}).message(), ContainsSubstring("does not list “small”"));
    CHECK_THAT(ordered({"large", "middle", "small", "huge"}).message(), ContainsSubstring("no value “huge”"));
    CHECK_THAT(ordered({"large", "middle", "small", "small"}).message(), ContainsSubstring("listed twice"));
}

TEST_CASE("a pivot refuses what would lose a row or fit no page", "[bind][pivot][diag]") {
    const auto refused = [](const std::string& csv) {
        const Shown shown(csv, [](spec::Exhibit& table) {
            table.columns = {column("town")};
            table.pivot = pivot({"year"}, "n");
        });
        REQUIRE_FALSE(shown.diagnostics.empty());
        CHECK(shown.diagnostics.front().code == bind::code::pivot_unfit);
        return shown.message();
    };
    CHECK_THAT(refused("town,year,n\nx,a,1\nx,a,2\n"), ContainsSubstring("two rows for “x” under “a”"));
    CHECK_THAT(refused("town,year,n\nx,a,1\nx,,2\n"), ContainsSubstring("no value for a head"));
    std::string wide = "town,year,n\n";
    for (int i = 0; i < 61; ++i) wide += "x,y" + std::to_string(i) + ",1\n";
    CHECK_THAT(refused(wide), ContainsSubstring("61 columns"));
    const Shown both("town,year,n\nx,a,1\n", [](spec::Exhibit& table) {
        table.columns = {column("town"), column("year")};
        table.pivot = pivot({"year"}, "n");
    });
    CHECK_THAT(both.message(), ContainsSubstring("column of the pivot"));
}

TEST_CASE("equal notes share a letter, the header row's come first, then those of cells row by row", "[bind][notes]") {
    const Shown shown("town,days,years,remark\nx,1,2,Late\ny,3,4,\nz,5,6,Counted twice\nu,7,8,Late\n",
                      [](spec::Exhibit& table) {
                          table.columns = {column("town"), column("days"), column("years")};
                          table.columns[1].notes_from = text("remark");
                          table.columns[2].note = text("Of the last ten.");
                      });
    CHECK(shown.message().empty());
    CHECK(shown.table.notes == Words{"Of the last ten.", "Late", "Counted twice"});
    CHECK(shown.table.columns[2].note == 1);
    std::vector<int> notes;
    for (const auto& row : shown.table.rows) notes.push_back(row.cells[1].note);
    CHECK(notes == std::vector{2, 0, 3, 2});
    const Shown numbers("town,days\nx,1\n", [](spec::Exhibit& table) {
        table.columns = {column("town")};
        table.columns[0].notes_from = text("days");
    });
    CHECK_THAT(numbers.message(), ContainsSubstring("notes are words"));
}

TEST_CASE("stamps are the words of another column, and a third says what they tell", "[bind][stamp]") {
    const auto stamped = [](const std::string& csv) {
        return Shown(csv, [](spec::Exhibit& table) {
            table.columns = {column("town"), column("words")};
            table.columns[1].stamp = text("verdict");
            table.columns[1].stamp_state = text("state");
        });
    };
    const auto shown = stamped("town,words,verdict,state\nx,a,It's so,positive\ny,b,Open,\nz,c,,negative\n");
    CHECK(shown.message().empty());
    using State = doc::StampState;
    std::vector<doc::Stamp> stamps;
    for (const auto& row : shown.table.rows) {
        REQUIRE(row.stamps.size() == 2);
        CHECK(row.stamps[0] == doc::Stamp{});
        stamps.push_back(row.stamps[1]);
    }
    CHECK(stamps == std::vector<doc::Stamp>{{"It’s so", State::positive}, {"Open", {}}, {}});
    CHECK_THAT(stamped("town,words,verdict,state\nx,a,Fits,good\n").message(), ContainsSubstring("“good”"));
    CHECK_THAT(stamped("town,words,verdict,state\nx,a,12,positive\n").message(), ContainsSubstring("stamps are words"));
    CHECK_THAT(stamped("town,words,verdict,state\nx,12,Fits,positive\n").message(),
               ContainsSubstring("stands over words"));
    const Shown plain("town\nx\n", [](spec::Exhibit& table) { table.columns = {column("town")}; });
    CHECK(plain.table.rows.at(0).stamps.empty());
}

TEST_CASE("the cells of a pivot keep their notes", "[bind][notes][pivot]") {
    const Shown shown("town,year,days,remark\nx,a,1,Late\nx,b,2,\ny,a,3,\ny,b,4,Early\n", [](spec::Exhibit& table) {
        table.columns = {column("town")};
        table.pivot = pivot({"year"}, "days");
        table.pivot->value.notes_from = text("remark");
    });
    CHECK(shown.heads() == Words{"Town", "a", "b"});
    CHECK(shown.table.notes == Words{"Late", "Early"});
    CHECK(shown.table.rows.at(0).cells.at(1).note == 1);
    CHECK(shown.table.rows.at(0).cells.at(2).note == 0);
    CHECK(shown.table.rows.at(1).cells.at(2).note == 2);
}

TEST_CASE("each row knows the sums of the rows above it, groups and total included", "[bind][carry]") {
    const Shown shown("land,town,days,hours\nA,x,10,1\nA,y,20,2\nB,z,5,3\n", [](spec::Exhibit& table) {
        table.columns = {column("town"), column("days"), column("hours")};
        table.columns[1].total = table.columns[2].total = vocabulary::Total::sum;
        table.groups = {text("land")};
        table.carries = true;
        table.carried = {text("days")};
    });
    CHECK(shown.message().empty());
    Cells carried;
    for (const auto& row : shown.table.rows) carried.push_back(row.carried);
    CHECK(carried == Cells{{}, {}, {"", "10", ""}, {"", "30", ""}, {"", "30", ""}, {"", "35", ""}});
    CHECK(shown.cells().back() == Words{"Total", "35", "6"});
    const Shown first("days,town\n10,x\n", [](spec::Exhibit& table) {
        table.columns = {column("days"), column("town")};
        table.columns[0].total = vocabulary::Total::sum;
        table.carries = true;
        table.carry_span = text("true").span;
    });
    CHECK_THAT(first.message(), ContainsSubstring("no place for the words"));
}
