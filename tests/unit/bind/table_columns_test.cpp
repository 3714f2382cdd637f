// Columns of text tables as they are printed: decimals of the file, Yes and No, years; columns whose names have a
// meaning; an exhibit whose source is one of the model's.
#include "../../folder.h"
#include "doc/exhibit.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

namespace {

/// The table `t` of this file, read as the model says, in a table of all columns of the query.
struct Shown {
    diag::Diagnostics diagnostics;
    std::vector<std::vector<std::string>> cells;

    Shown(const std::string& csv, const std::string& query, const std::string& keys = {},
          const std::string& language = "en-GB") {
        const precis::test::Folder folder;
        folder.write("t.csv", csv);
        const auto path = folder.write("model.yaml",
                                       "model: 1\nsources: {counted: {title: Counted}}\ntables:\n  t: {file: "
                                       "t.csv, source: counted" +
                                           (keys.empty() ? "" : ", " + keys) + "}\n");
        Desk desk;
        auto loaded = data::load(path, folder.path());
        REQUIRE(loaded.ok());
        desk.model = std::move(loaded).value();
        desk.target.language = language;
        auto table = exhibit("tab:t", "");
        table.all_columns = true;
        table.query = text(query);
        desk.briefing.sections = {section("news", "So (@tab:t).", {table})};
        auto database = data::Database::open(desk.model, folder.path());
        const auto result = precis::bind::bind(desk.briefing, desk.project, database.value(), desk.layout, desk.target);
        diagnostics = result.diagnostics();
        if (!result.has_value() || result.value().sections.at(0).exhibits.empty()) return;
        const auto& bound = std::get<doc::Table>(result.value().sections.at(0).exhibits.at(0).content);
        for (const auto& row : bound.rows) {
            auto& line = cells.emplace_back();
            for (const auto& cell : row.cells) line.push_back(cell.text);
        }
    }
};

using Cells = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("numbers have the most decimals that the file has in their column", "[bind][tables]") {
    CHECK(Shown("x,y\n1.1,12\n1.10,5.125\n3,1e-2\n", "SELECT x, y FROM t").cells ==
          Cells{{"1.10", "12.000"}, {"1.10", "5.125"}, {"3.00", "0.010"}});
    CHECK(Shown("x\n50.01\n50.03\n", "SELECT x AS price FROM t").cells == Cells{{"50.01"}, {"50.03"}});
    CHECK(Shown("x\n1.5\n2.5\n", "SELECT avg(x) / 3 AS x FROM t").cells == Cells{{"0.667"}});
    CHECK(Shown("x\n0.00000001\n4739273\n", "SELECT x FROM t").cells == Cells{{"1\u00a0×\u00a010⁻⁸"}, {"4,739,273"}});
    CHECK(Shown("x\n1.25\n", "SELECT x FROM t", "columns: {x: {type: number, format: 1dp}}").cells == Cells{{"1.3"}});
}

TEST_CASE("a value has the digits and the unit of its column", "[bind][values]") {
    const precis::test::Folder folder;
    folder.write("t.csv", "k,rate,share,cost\nx,7.0,12.5,4\ny,3.7,8,3.25\n");
    const auto path =
        folder.write("model.yaml",
                     "model: 1\nsources: {counted: {title: Counted}}\ntables:\n  t: {file: t.csv, source: "
                     "counted, columns: {k: text, rate: {type: number, format: 1dp}, share: percent, cost: "
                     "{type: number, format: 0dp}}}\n");
    Desk desk;
    desk.model = data::load(path, folder.path()).value();
    desk.briefing.values = {value("a", "SELECT rate FROM t WHERE k = 'x'"),
                            value("b", "SELECT rate FROM t WHERE k = 'y'"),
                            value("c", "SELECT share FROM t WHERE k = 'y'"),
                            value("d", "SELECT cost FROM t WHERE k = 'y'"), value("e", "SELECT avg(rate) FROM t")};
    desk.briefing.findings = {item("{{ a }}, {{ b }}, {{ c }}, {{ d }}, {{ e }}.")};
    auto database = data::Database::open(desk.model, folder.path());
    const auto result = precis::bind::bind(desk.briefing, desk.project, database.value(), desk.layout, desk.target);
    REQUIRE(result.has_value());
    CHECK(Desk::shown(result.value().findings.at(0).text).starts_with("7.0, 3.7, 8.0%, 3, 5.4."));
}

TEST_CASE("booleans print as Yes and No in the language, years without separators", "[bind][tables]") {
    const std::string csv = "done,year\nyes,2024\nno,2025\n";
    CHECK(Shown(csv, "SELECT done, year FROM t").cells == Cells{{"Yes", "2024"}, {"No", "2025"}});
    CHECK(Shown(csv, "SELECT done AS is_done FROM t", {}, "de").cells == Cells{{"Ja"}, {"Nein"}});
    CHECK(Shown(csv, "SELECT sum(done) AS done FROM t").cells == Cells{{"1"}});
    CHECK(Shown(csv, "SELECT year AS which FROM t", "columns: {year: integer, \"*\": skip}").cells ==
          Cells{{"2024"}, {"2025"}});
}

TEST_CASE("a column whose name has a meaning and that holds something else is to be renamed", "[bind][tables]") {
    const std::string csv =
        "town,status,n,unit,low,high,qualifier,source\nBonn,open,many,5,x,y,big,wind\nKiel,shut,few,6,x,y,small,sun\n";
    for (const auto& [column, other] : std::vector<std::pair<std::string, std::string>>{{"status", "state"},
                                                                                        {"n", "number"},
                                                                                        {"unit", "unit_name"},
                                                                                        {"low", "lowest"},
                                                                                        {"high", "highest"},
                                                                                        {"qualifier", "qualification"},
                                                                                        {"source", "origin"}}) {
        CAPTURE(column);
        const Shown faulty(csv, "SELECT town, " + column + " FROM t");
        REQUIRE(faulty.diagnostics.size() >= 1);
        CHECK_THAT(faulty.diagnostics[0].remedy, ContainsSubstring(column + " AS " + other));
        if (column != "source") CHECK(faulty.diagnostics.size() == 1);
        CHECK(Shown(csv, "SELECT town, " + column + " AS " + other + " FROM t").diagnostics.empty());
    }
    CHECK(Shown("x,status,n\n5,plan,820\n", "SELECT x, status, n FROM t").diagnostics.empty());
}

TEST_CASE("an exhibit's source may be a source of the model by its id", "[bind]") {
    Desk desk;
    auto chart = chart_of_facts("bar", {"survey.stage3"});
    chart.source = text("paris-post");
    desk.briefing.sections = {section("news", "So.", {chart})};
    const auto result = desk.bind();
    REQUIRE(result.has_value());
    CHECK(Desk::shown(result.value().sections.at(0).exhibits.at(0).source) ==
          "Futurum Group[1]; PyTorch Foundation[2]");
}
