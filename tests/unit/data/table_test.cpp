#include "catch.h"
#include "data/codes.h"
#include "data/database.h"
#include "diag/codes.h"
#include "model_in_memory.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

/// Keys of a table that most tests leave out.
struct Options {
    std::vector<std::string> key{};
    char decimal = '.';
    char delimiter = 0;
};

/// A table of these columns over this CSV: its rows and its faults.
struct Checked {
    Folder folder;
    Model model;
    diag::Diagnostics diagnostics;
    std::vector<std::vector<Cell>> rows;

    Checked(const std::string& csv, std::vector<Column> columns, const Options& options = {}) {
        model.sources = {source("counted"), source("other")};
        model.tables = {csv_table("t", folder.write("t.csv", csv), std::move(columns))};
        // Beside a table's own source, a column of that name is none.
        for (const auto& own : model.tables[0].columns) {
            if (own.name == "source") model.tables[0].source.clear();
        }
        model.tables[0].key = options.key;
        model.tables[0].notation.decimal = options.decimal;
        model.tables[0].delimiter = options.delimiter;
        const auto opened = Database::open(model, folder.path());
        REQUIRE(opened.ok());
        diagnostics = opened.value().check_all();
        const auto result = opened.value().query(text("SELECT * FROM t"), {});
        CHECK(result.ok() == diagnostics.empty());
        if (result.has_value()) rows = result.value().rows;
    }
};

Cell whole(std::int64_t n) {
    return n;
}
Cell word(std::string s) {
    return s;
}

}  // namespace

TEST_CASE("cells become what their columns declare, in any order of the file", "[data][table]") {
    auto percent = column("share", Type::percent);
    percent.scale = 100;
    auto noted = column("note", Type::text);
    noted.missing = {"n/a", "-"};
    const Checked table("day,done,share,n,note,x\n2026-04-20,yes,0.07,12,n/a,1e3\n2026-Q1,no,,,-,-0.5\n",
                        {column("n", Type::integer), column("day", Type::date), column("done", Type::boolean), percent,
                         noted, column("x", Type::number)});
    CHECK(table.diagnostics.empty());
    CHECK(table.rows == std::vector<std::vector<Cell>>{{whole(12), word("2026-04-20"), whole(1), 7.0, Cell(), 1000.0},
                                                       {Cell(), word("2026-Q1"), whole(0), Cell(), Cell(), -0.5}});
}

TEST_CASE("a decimal comma and a semicolon are read where declared", "[data][table]") {
    const Checked table("a;b\n1,5;2\n", {column("a", Type::number), column("b", Type::integer)},
                        {.decimal = ',', .delimiter = ';'});
    CHECK(table.diagnostics.empty());
    CHECK(table.rows == std::vector<std::vector<Cell>>{{1.5, whole(2)}});
    CHECK(Checked("a\n1.5\n", {column("a", Type::number)}, {.decimal = ','}).diagnostics.size() == 1);
}

TEST_CASE("each cell that does not fit is reported at its place", "[data][table][diag]") {
    struct Case {
        Type type;
        std::string cell, remedy;
    };
    for (const auto& [type, cell, remedy] : std::vector<Case>{{Type::integer, "1.5", "declare “c” as number"},
                                                              {Type::integer, "\"1,000\"", "thousands: \",\""},
                                                              {Type::integer, "012", "correct the cell"},
                                                              {Type::integer, "99999999999999999999", ""},
                                                              {Type::number, "n/a", "missing: [n/a]"},
                                                              {Type::number, "68 %", "declare “c” as percent"},
                                                              {Type::boolean, "2", "correct the cell"},
                                                              {Type::date, "2026-02-30", "correct the cell"},
                                                              {Type::month, "2026-04-20", "correct the cell"},
                                                              {Type::quarter, "2026-Q5", "correct the cell"},
                                                              {Type::year, "26", "correct the cell"},
                                                              {Type::number, "inf", "correct the cell"}}) {
        CAPTURE(cell);
        const Checked table("a,c\nx,\nx," + cell + "\n", {column("a", Type::text), column("c", type)});
        REQUIRE(table.diagnostics.size() == 1);
        CHECK(table.diagnostics[0].code == data::code::cell_type);
        CHECK(pointed_at(table.diagnostics[0]) == cell);
        CHECK(table.diagnostics[0].span.source->place(table.diagnostics[0].span.begin).line == 3);
        CHECK_THAT(table.diagnostics[0].remedy, ContainsSubstring(remedy));
    }
}

TEST_CASE("many faults of a file are counted, not all printed", "[data][table][diag]") {
    std::string csv = "c\n";
    for (int i = 0; i < 100; ++i) csv += "x\n";
    const Checked table(csv, {column("c", Type::integer)});
    REQUIRE(table.diagnostics.size() == 21);
    CHECK(table.diagnostics.back().message == "80 more faults in this file are not shown");
}

TEST_CASE("columns must be declared, and declared columns must exist", "[data][table][diag]") {
    const Checked table("a,bb\n1,2\n", {column("a", Type::integer), column("b", Type::integer)});
    REQUIRE(table.diagnostics.size() == 2);
    CHECK(table.diagnostics[0].code == data::code::undeclared_column);
    CHECK(pointed_at(table.diagnostics[0]) == "bb");
    CHECK(table.diagnostics[1].code == data::code::missing_column);
    CHECK(Checked("a,a\n1,2\n", {column("a", Type::integer)}).diagnostics.at(0).code == data::code::csv_syntax);
    CHECK(Checked("", {column("a", Type::integer)}).diagnostics.at(0).code == diag::code::empty_file);
}

TEST_CASE("a row of another width is reported, and the rest is still read", "[data][table][diag]") {
    const Checked table("a,b\n1,2,3\nx,1\n4\n", {column("a", Type::integer), column("b", Type::integer)});
    REQUIRE(table.diagnostics.size() == 3);
    CHECK(table.diagnostics[0].code == data::code::csv_syntax);
    CHECK(pointed_at(table.diagnostics[0]) == "1,2,3");
    CHECK(table.diagnostics[1].code == data::code::cell_type);
    CHECK(pointed_at(table.diagnostics[2]) == "4");
}

TEST_CASE("two rows with one key are reported, with both places", "[data][table][diag]") {
    const std::vector<Column> columns{column("p", Type::text), column("m", Type::month), column("n", Type::integer)};
    CHECK(Checked("p,m,n\na,2026-01,1\nb,2026-01,1\n", columns, {.key = {"p", "m"}}).diagnostics.empty());
    const Checked table("p,m,n\na,2026-01,1\n\nb,2026-01,2\na,2026-01,3\n", columns, {.key = {"p", "m"}});
    REQUIRE(table.diagnostics.size() == 1);
    CHECK(table.diagnostics[0].code == diag::code::duplicate_row);
    CHECK(pointed_at(table.diagnostics[0]) == "a,2026-01,3");
    REQUIRE(table.diagnostics[0].notes.size() == 1);
    CHECK(table.diagnostics[0].notes[0].span.source->place(table.diagnostics[0].notes[0].span.begin).line == 2);
}

TEST_CASE("a column of sources names sources", "[data][table][diag]") {
    const std::vector<Column> columns{column("n", Type::integer), column("source", Type::text)};
    const Checked table("n,source\n1,counted\n2,\"other, conted\"\n", columns);
    REQUIRE(table.diagnostics.size() == 1);
    CHECK(table.diagnostics[0].code == diag::code::unknown_source);
    CHECK(pointed_at(table.diagnostics[0]) == "\"other, conted\"");
    CHECK(table.diagnostics[0].remedy == "did you mean “counted”?");
}

TEST_CASE("a table is read when a query needs it, and not before", "[data][table]") {
    const Folder folder;
    Model model;
    model.sources = {source("counted")};
    model.tables = {csv_table("good", folder.write("good.csv", "n\n1\n"), {column("n", Type::integer)}),
                    csv_table("bad", folder.write("bad.csv", "n\nx\n"), {column("n", Type::integer)})};
    const auto opened = Database::open(model, folder.path());
    REQUIRE(opened.ok());
    const auto& database = opened.value();
    CHECK(database.query(text("SELECT n FROM good"), {}).ok());
    const auto first = database.query(text("SELECT n FROM bad"), {});
    REQUIRE_FALSE(first.ok());
    CHECK(first.diagnostics() == database.query(text("SELECT max(n) FROM bad JOIN good USING (n)"), {}).diagnostics());
    CHECK(first.diagnostics() == database.check_all());
}
