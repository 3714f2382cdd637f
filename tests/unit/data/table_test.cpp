#include "catch.h"
#include "data/codes.h"
#include "data/database.h"
#include "diag/codes.h"
#include "model_in_memory.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

/// What is wrong with a table of these columns over this CSV.
struct Checked {
    Folder folder;
    Model model;
    diag::Diagnostics found;
    std::vector<std::vector<Cell>> rows;

    Checked(const std::string& csv, std::vector<Column> columns, std::vector<std::string> key = {}, char decimal = '.',
            char delimiter = 0) {
        model.sources = {source("counted"), source("other")};
        model.tables = {csv_table("t", folder.write("t.csv", csv), std::move(columns))};
        model.tables[0].key = std::move(key);
        model.tables[0].decimal = decimal;
        model.tables[0].delimiter = delimiter;
        const auto opened = Database::open(model, folder.path());
        REQUIRE(opened.ok());
        found = opened.value().check_all();
        const auto got = opened.value().query(text("SELECT * FROM t"), {});
        CHECK(got.ok() == found.empty());
        if (got.has_value()) rows = got.value().rows;
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
    const Checked got("day,done,share,n,note,x\n2026-04-20,yes,0.07,12,n/a,1e3\n2026-Q1,no,,,-,-0.5\n",
                      {column("n", Type::integer), column("day", Type::date), column("done", Type::boolean), percent,
                       noted, column("x", Type::number)});
    CHECK(got.found.empty());
    CHECK(got.rows == std::vector<std::vector<Cell>>{{whole(12), word("2026-04-20"), whole(1), 7.0, Cell(), 1000.0},
                                                     {Cell(), word("2026-Q1"), whole(0), Cell(), Cell(), -0.5}});
}

TEST_CASE("a decimal comma and a semicolon are read where declared", "[data][table]") {
    const Checked got("a;b\n1,5;2\n", {column("a", Type::number), column("b", Type::integer)}, {}, ',', ';');
    CHECK(got.found.empty());
    CHECK(got.rows == std::vector<std::vector<Cell>>{{1.5, whole(2)}});
    CHECK(Checked("a\n1.5\n", {column("a", Type::number)}, {}, ',').found.size() == 1);
}

TEST_CASE("each cell that does not fit is reported at its place", "[data][table][diag]") {
    struct Case {
        Type type;
        std::string cell, remedy;
    };
    for (const auto& [type, cell, remedy] : std::vector<Case>{{Type::integer, "1.5", "declare “c” as number"},
                                                              {Type::integer, "\"1,000\"", "write 1000"},
                                                              {Type::integer, "012", "correct the cell"},
                                                              {Type::integer, "99999999999999999999", ""},
                                                              {Type::number, "n/a", "missing: [n/a]"},
                                                              {Type::percent, "68 %", "write 68"},
                                                              {Type::boolean, "1", "correct the cell"},
                                                              {Type::date, "2026-02-30", "correct the cell"},
                                                              {Type::month, "2026-04-20", "correct the cell"},
                                                              {Type::quarter, "2026-Q5", "correct the cell"},
                                                              {Type::year, "26", "correct the cell"},
                                                              {Type::number, "inf", "correct the cell"}}) {
        CAPTURE(cell);
        const Checked got("a,c\nx,\nx," + cell + "\n", {column("a", Type::text), column("c", type)});
        REQUIRE(got.found.size() == 1);
        CHECK(got.found[0].code == data::code::cell_type);
        CHECK(pointed_at(got.found[0]) == cell);
        CHECK(got.found[0].span.source->place(got.found[0].span.begin).line == 3);
        CHECK(got.found[0].remedy.find(remedy) != std::string::npos);
    }
}

TEST_CASE("many faults of a file are counted, not all printed", "[data][table][diag]") {
    std::string csv = "c\n";
    for (int i = 0; i < 100; ++i) csv += "x\n";
    const Checked got(csv, {column("c", Type::integer)});
    REQUIRE(got.found.size() == 21);
    CHECK(got.found.back().message == "80 more faults follow in this file");
}

TEST_CASE("columns must be declared, and declared ones be there", "[data][table][diag]") {
    const Checked got("a,bb\n1,2\n", {column("a", Type::integer), column("b", Type::integer)});
    REQUIRE(got.found.size() == 2);
    CHECK(got.found[0].code == data::code::undeclared_column);
    CHECK(pointed_at(got.found[0]) == "bb");
    CHECK(got.found[1].code == data::code::missing_column);
    CHECK(Checked("a,a\n1,2\n", {column("a", Type::integer)}).found.at(0).code == data::code::csv_syntax);
    CHECK(Checked("", {column("a", Type::integer)}).found.at(0).code == diag::code::empty_file);
}

TEST_CASE("a row of another width is reported, and the rest is still read", "[data][table][diag]") {
    const Checked got("a,b\n1,2,3\nx,1\n4\n", {column("a", Type::integer), column("b", Type::integer)});
    REQUIRE(got.found.size() == 3);
    CHECK(got.found[0].code == data::code::csv_syntax);
    CHECK(pointed_at(got.found[0]) == "1,2,3");
    CHECK(got.found[1].code == data::code::cell_type);
    CHECK(pointed_at(got.found[2]) == "4");
}

TEST_CASE("a key holds each row once, and both rows are shown", "[data][table][diag]") {
    const std::vector<Column> columns{column("p", Type::text), column("m", Type::month), column("n", Type::integer)};
    CHECK(Checked("p,m,n\na,2026-01,1\nb,2026-01,1\n", columns, {"p", "m"}).found.empty());
    const Checked got("p,m,n\na,2026-01,1\n\nb,2026-01,2\na,2026-01,3\n", columns, {"p", "m"});
    REQUIRE(got.found.size() == 1);
    CHECK(got.found[0].code == diag::code::duplicate_row);
    CHECK(pointed_at(got.found[0]) == "a,2026-01,3");
    REQUIRE(got.found[0].notes.size() == 1);
    CHECK(got.found[0].notes[0].span.source->place(got.found[0].notes[0].span.begin).line == 2);
}

TEST_CASE("a column of sources names sources", "[data][table][diag]") {
    const std::vector<Column> columns{column("n", Type::integer), column("source", Type::text)};
    const Checked got("n,source\n1,counted\n2,\"other, conted\"\n", columns);
    REQUIRE(got.found.size() == 1);
    CHECK(got.found[0].code == diag::code::unknown_source);
    CHECK(pointed_at(got.found[0]) == "\"other, conted\"");
    CHECK(got.found[0].remedy == "did you mean “counted”?");
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
