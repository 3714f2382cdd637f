// The same table from every format, and the messages for cells and files that are faulty.
#include <sqlite3.h>
#include <xlsxwriter.h>

#include "catch.h"
#include "data/codes.h"
#include "data/database.h"
#include "json/codes.h"
#include "model_in_memory.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

constexpr const char* kColumns =
    "    columns: {project: text, day: date, commits: integer, rate: number, done: boolean}\n";

enum class Columns { declared, inferred };

/// The table `t` over `file`, with the diagnostics of the model, of the file and of the query.
struct ReadTable {
    diag::Diagnostics diagnostics;
    std::vector<std::vector<Cell>> rows;
    std::vector<ResultColumn> columns;
    std::vector<std::size_t> lines;

    ReadTable(const Folder& folder, const std::string& file, const std::string& keys = {},
              Columns of = Columns::declared) {
        const auto path =
            folder.write("model.yaml",
                         "model: 1\nsources: {counted: {title: Counted}}\ntables:\n  t:\n"
                         "    file: " +
                             file + "\n    source: counted\n" + keys + (of == Columns::declared ? kColumns : ""));
        auto model = load(path, folder.path()).take(diagnostics);
        if (!model || diag::has_errors(diagnostics)) return;
        auto opened = Database::open(*model, folder.path()).take(diagnostics);
        diag::append(diagnostics, opened->check_all());
        auto result = opened->query(text("SELECT * FROM t"), {});
        lines = opened->lines_of("t", {1, 2});
        if (!result.has_value()) return;
        rows = result.value().rows;
        columns = result.value().columns;
    }
};

const std::vector<std::vector<Cell>> kExpected{
    {std::string("A \"b\"\nc"), std::string("2026-04-20"), std::int64_t{12}, 0.5, std::int64_t{1}},
    {std::string("Zürich"), Cell(), std::int64_t{-3}, 1000.0, std::int64_t{0}}};

void sqlite_file(const std::filesystem::path& path, const std::string& sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
}

/// A workbook as another program writes it: shared strings, a date format, a formula, and a second sheet.
void workbook(const std::filesystem::path& path, bool wrong = false) {
    auto* book = workbook_new(path.c_str());
    auto* other = workbook_add_worksheet(book, "Notes");
    worksheet_write_string(other, 0, 0, "nothing here", nullptr);
    auto* sheet = workbook_add_worksheet(book, "Counts");
    auto* days = workbook_add_format(book);
    format_set_num_format(days, "yyyy-mm-dd");
    worksheet_write_string(sheet, 0, 0, "A heading above the table", nullptr);
    const char* names[] = {"project", "day", "commits", "rate", "done"};
    for (int i = 0; i < 5; ++i) worksheet_write_string(sheet, 2, static_cast<lxw_col_t>(i + 1), names[i], nullptr);
    lxw_datetime day = {2026, 4, 20, 0, 0, 0};
    worksheet_write_string(sheet, 3, 1, "A \"b\"\nc", nullptr);
    worksheet_write_datetime(sheet, 3, 2, &day, days);
    worksheet_write_number(sheet, 3, 3, wrong ? 12.5 : 12, nullptr);
    worksheet_write_formula_num(sheet, 3, 4, "=1/2", nullptr, 0.5);
    worksheet_write_boolean(sheet, 3, 5, 1, nullptr);
    worksheet_write_string(sheet, 4, 1, "Zürich", nullptr);
    worksheet_write_number(sheet, 4, 3, -3, nullptr);
    worksheet_write_number(sheet, 4, 4, 1000, nullptr);
    worksheet_write_boolean(sheet, 4, 5, 0, nullptr);
    worksheet_write_string(sheet, 8, 1, "A note below", nullptr);
    workbook_define_name(book, "counted_table", "=Counts!$B$3:$F$5");
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
}

std::string first_message(const ReadTable& read) {
    return read.diagnostics.empty() ? std::string() : read.diagnostics.front().message;
}

}  // namespace

TEST_CASE("every format gives the same rows", "[data][formats]") {
    const Folder folder;
    folder.write("t.csv",
                 "\xEF\xBB\xBFproject,day,commits,rate,done\r\n\"A \"\"b\"\"\nc\",2026-04-20,12,0.5,yes\r\nZürich,,-3,"
                 "1e3,no\r\n");
    folder.write(
        "t.tsv",
        "project\tday\tcommits\trate\tdone\n\"A \"\"b\"\"\nc\"\t2026-04-20\t12\t0.5\tyes\nZürich\t\t-3\t1e3\tno\n");
    folder.write(
        "t.json",
        "[{\"project\": \"A \\\"b\\\"\\nc\", \"day\": \"2026-04-20\", \"commits\": 12, \"rate\": 0.5, \"done\": "
        "true},\n {\"project\": \"Zürich\", \"day\": null, \"commits\": -3, \"rate\": 1e3, \"done\": false}]\n");
    folder.write(
        "t.jsonl",
        "{\"project\": \"A \\\"b\\\"\\nc\", \"day\": \"2026-04-20\", \"commits\": 12, \"rate\": 0.5, \"done\": "
        "true}\n\n{\"project\": \"Zürich\", \"commits\": -3, \"rate\": 1e3, \"done\": false}\n");
    folder.write("t.yaml",
                 "- {project: \"A \\\"b\\\"\\nc\", day: 2026-04-20, commits: 12, rate: 0.5, done: yes}\n"
                 "- project: Zürich\n  commits: -3\n  rate: 1e3\n  done: no\n");
    sqlite_file(folder.path() / "t.sqlite",
                "CREATE TABLE t(project TEXT, day TEXT, commits INTEGER, rate REAL, done TEXT);"
                "INSERT INTO t VALUES('A \"b\"\nc', '2026-04-20', 12, 0.5, 'yes'), ('Zürich', NULL, -3, 1e3, 'no');");
    workbook(folder.path() / "t.xlsx");
    for (const std::string file : {"t.csv", "t.tsv", "t.json", "t.jsonl", "t.yaml", "t.sqlite"}) {
        INFO(file);
        const ReadTable read(folder, file);
        INFO(first_message(read));
        CHECK(read.diagnostics.empty());
        CHECK(read.rows == kExpected);
    }
    for (const std::string sheet : {"Counts!B3:F5", "Counts!$B$3:$F$5", "counted_table"}) {
        INFO(sheet);
        const ReadTable read(folder, "t.xlsx", "    sheet: " + sheet + "\n");
        INFO(first_message(read));
        CHECK(read.diagnostics.empty());
        CHECK(read.rows == kExpected);
        CHECK(read.lines == std::vector<std::size_t>{4, 5});
    }
    folder.write("semicolon.csv",
                 "project;day;commits;rate;done\n\"A \"\"b\"\"\nc\";2026-04-20;12;0,5;yes\nZürich;;-3;1000;no\n");
    CHECK(ReadTable(folder, "semicolon.csv", "    delimiter: \";\"\n    decimal: \",\"\n").rows == kExpected);
}

TEST_CASE("a cell that does not fit its type is reported at its place, in text and in other files", "[data][formats]") {
    const Folder folder;
    folder.write(
        "bad.json",
        "[\n  {\"project\": \"A\", \"day\": \"2026-02-30\", \"commits\": 1, \"rate\": 1, \"done\": true}\n]\n");
    folder.write("bad.jsonl",
                 "{\"project\": \"A\", \"day\": null, \"commits\": 1, \"rate\": 1, \"done\": true}\n"
                 "{\"project\": \"A\", \"day\": null, \"commits\": 1.5, \"rate\": 1, \"done\": true}\n");
    folder.write("bad.yaml", "- {project: A, day: 2026, commits: many, rate: 1, done: yes}\n");
    const auto place = [](const ReadTable& read) {
        REQUIRE(read.diagnostics.size() == 1);
        CHECK(read.diagnostics[0].code == data::code::cell_type);
        const auto at = read.diagnostics[0].span.source->place(read.diagnostics[0].span.begin);
        return std::to_string(at.line) + " " + pointed_at(read.diagnostics[0]);
    };
    CHECK(place(ReadTable(folder, "bad.json")) == "2 \"2026-02-30\"");
    CHECK(place(ReadTable(folder, "bad.jsonl")) == "2 1.5");
    CHECK(place(ReadTable(folder, "bad.yaml")) == "1 many");

    workbook(folder.path() / "bad.xlsx", true);
    const ReadTable book(folder, "bad.xlsx", "    sheet: counted_table\n");
    REQUIRE(book.diagnostics.size() == 1);
    CHECK(book.diagnostics[0].message.find("“12.5” is not a whole number") == 0);
    CHECK_THAT(book.diagnostics[0].message, ContainsSubstring("cell D4 of “bad.xlsx”"));
    sqlite_file(folder.path() / "bad.sqlite",
                "CREATE TABLE t(project, day, commits, rate, done); INSERT INTO t VALUES('A', NULL, 'x', 1, 'yes')");
    const ReadTable database(folder, "bad.sqlite");
    REQUIRE(database.diagnostics.size() == 1);
    CHECK_THAT(database.diagnostics[0].message, ContainsSubstring("row 1, column commits of “bad.sqlite”"));
}

TEST_CASE("files of another format than their ending says are reported", "[data][formats]") {
    const Folder folder;
    folder.write("broken.xlsx", "PK\x03\x04 no archive");
    folder.write("broken.sqlite", "SQLite format 3, but not really");
    folder.write("broken.jsonl", "{\"project\": \"A\"}\n{\"project\": }\n");
    folder.write("deep.json", "[{\"project\": [1, 2]}]");
    folder.write("flat.json", "{\"project\": 1}");
    folder.write("empty.jsonl", "\n\n");
    CHECK_THAT(first_message(ReadTable(folder, "broken.xlsx")), ContainsSubstring("not a ZIP archive"));
    CHECK_THAT(first_message(ReadTable(folder, "broken.sqlite")),
               ContainsSubstring("cannot be read as an SQLite database"));
    const ReadTable lines(folder, "broken.jsonl");
    REQUIRE_FALSE(lines.diagnostics.empty());
    CHECK(lines.diagnostics[0].code == json::code::json_syntax);
    CHECK(lines.diagnostics[0].span.source->place(lines.diagnostics[0].span.begin).line == 2);
    CHECK_THAT(first_message(ReadTable(folder, "deep.json", {}, Columns::inferred)),
               ContainsSubstring("is a list, not a single value"));
    CHECK_THAT(first_message(ReadTable(folder, "flat.json")), ContainsSubstring("expected a list of rows"));
    CHECK_THAT(first_message(ReadTable(folder, "empty.jsonl")), ContainsSubstring("empty"));
    workbook(folder.path() / "t.xlsx");
    CHECK_THAT(first_message(ReadTable(folder, "t.xlsx", "    sheet: Count\n")), ContainsSubstring("no sheet “Count”"));
    CHECK_THAT(first_message(ReadTable(folder, "t.xlsx", "    sheet: Counts!F5:B3\n")),
               ContainsSubstring("not a range"));
    CHECK_THAT(first_message(ReadTable(folder, "t.xlsx", "    sheet: Counts!B3:D5\n")),
               ContainsSubstring("no column “rate”"));
}

TEST_CASE("a view without an end is refused, and the file is not changed", "[data][formats]") {
    const Folder folder;
    sqlite_file(folder.path() / "views.sqlite",
                "CREATE TABLE secret(x); CREATE TABLE other(x);"
                "CREATE VIEW t AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                " SELECT i FROM n WHERE i < 0");
    const auto before = std::filesystem::last_write_time(folder.path() / "views.sqlite");
    CHECK_THAT(first_message(ReadTable(folder, "views.sqlite", "    columns: {i: integer}\n", Columns::inferred)),
               ContainsSubstring("the view takes too long"));
    CHECK(std::filesystem::last_write_time(folder.path() / "views.sqlite") == before);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "views.sqlite-journal"));
}

TEST_CASE("undeclared columns get the narrowest type that all cells fit", "[data][formats]") {
    const Folder folder;
    folder.write(
        "open.csv",
        "Project name,month,quarter,day,n,share,mixed,done,nothing\nA,2026-04,2026-Q1,2026-04-20,1,0.5,1,yes,\n"
        "B,2026-05,2026-Q2,2026-04-21,2,3,2026-04,no,\n");
    const ReadTable read(folder, "open.csv", {}, Columns::inferred);
    INFO(first_message(read));
    REQUIRE(read.columns.size() == 9);
    std::vector<Type> types;
    for (const auto& column : read.columns) types.push_back(*column.type);
    CHECK(types == std::vector<Type>{Type::text, Type::month, Type::quarter, Type::date, Type::integer, Type::number,
                                     Type::text, Type::boolean, Type::text});
    CHECK(read.columns[0].name == "project_name");
    CHECK(read.columns[0].label == "Project name");
    folder.write("clash.csv", "Commits,commits\n1,2\n");
    CHECK_THAT(first_message(ReadTable(folder, "clash.csv", {}, Columns::inferred)),
               ContainsSubstring("gives the same column name"));
}

TEST_CASE("a file's header may differ from the column's name", "[data][formats]") {
    const Folder folder;
    folder.write("t.csv", "Name of project,Turnover (EUR)\nA,12.5\n");
    const auto path = folder.write("model.yaml",
                                   "model: 1\nsources: {counted: {title: Counted}}\ntables:\n  t:\n    file: t.csv\n"
                                   "    source: counted\n    columns:\n"
                                   "      project: {type: text, header: Name of project}\n"
                                   "      turnover: {type: currency, unit: EUR, header: Turnover (EUR)}\n");
    const auto model = load(path, folder.path());
    REQUIRE(model.ok());
    const auto opened = Database::open(model.value(), folder.path());
    const auto rows = opened.value().query(text("SELECT project, turnover FROM t"), {});
    REQUIRE(rows.ok());
    CHECK(rows.value().columns[1].unit == "EUR");
    CHECK(rows.value().rows == std::vector<std::vector<Cell>>{{std::string("A"), 12.5}});
}

TEST_CASE("the cells that a query reads are known", "[data][formats]") {
    const Folder folder;
    folder.write("t.csv",
                 "project,day,commits,rate,done\nA,2026-04-20,1,1,yes\nB,2026-04-20,2,1,yes\nA,2026-04-21,4,1,no\n");
    const auto path = folder.write("model.yaml", std::string("model: 1\nsources: {counted: {title: Counted}}\ntables:\n"
                                                             "  t:\n    file: t.csv\n    source: counted\n") +
                                                     kColumns + "  a: {query: SELECT * FROM t WHERE project = 'A'}\n");
    const auto model = load(path, folder.path());
    REQUIRE(model.ok());
    const auto opened = Database::open(model.value(), folder.path());
    const auto cells = opened.value().cells_read(text("SELECT sum(commits) FROM a"), {});
    REQUIRE(cells.ok());
    CHECK(cells.value() == std::vector<ReadCells>{{"t", "project", {1, 2, 3}}, {"t", "commits", {1, 3}}});
    CHECK(opened.value().lines_of("t", {1, 3}) == std::vector<std::size_t>{2, 4});
    // The views that noted the cells are gone.
    CHECK(opened.value().query(text("SELECT sum(commits) FROM a"), {}).value().tables == std::vector<std::string>{"t"});
    CHECK_FALSE(opened.value().query(text("SELECT _read(1, 0, 0, 1)"), {}).ok());
}
