// SQLite files as programs write them: each is read right, or one message says what to write, which is done to the
// letter; and nothing is written.
#include <sqlite3.h>

#include "catch.h"
#include "unusual_case.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

using Cases = std::vector<FileCase>;

void check_all(Cases cases) {
    for (auto& of : cases) {
        of.file = "t.sqlite";
        check(of);
    }
}

const Lines kTowns{"town:text|n:integer", "Bonn|1", "Kiel|2"};

/// The bytes of a database that `sql` makes.
std::string database(const std::string& sql) {
    const Folder folder;
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open((folder / "t.sqlite").c_str(), &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
    std::ifstream in(folder / "t.sqlite", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("SQLite files are read as programs write them, or named", "[data][sqlite]") {
    const std::string towns =
        "CREATE TABLE towns(town TEXT, n INTEGER); INSERT INTO towns VALUES('Bonn', 1), ('Kiel', 2);";
    const auto moments =
        database("CREATE TABLE t(at timestamp, n INTEGER); INSERT INTO t VALUES(1740816000, 1), (1740902400, 2)");
    const Lines days{"at:date|n:integer", "2025-03-01|1", "2025-03-02|2"};
    const Lines numbers{"at:number|n:integer", "1740816000|1", "1740902400|2"};
    const auto blobs = database("CREATE TABLE t(town, note); INSERT INTO t VALUES('Bonn', NULL), ('Kiel', x'0001')");
    check_all({
        {"a view",
         database(towns + "CREATE TABLE raw(x); CREATE VIEW t AS SELECT town, sum(n) AS n FROM towns GROUP BY 1"), "",
         kTowns, ""},
        {"a view among tables",
         database(towns + "CREATE VIEW big AS SELECT upper(town) AS town, n FROM towns"),
         "sheet: big",
         {"town:text|n:integer", "BONN|1", "KIEL|2"},
         ""},
        {"computed columns",
         database("CREATE TABLE t(town TEXT, n INTEGER, twice AS (n * 2)); INSERT INTO t VALUES('Bonn', 1)"),
         "",
         {"town:text|n:integer|twice:integer", "Bonn|1|2"},
         ""},
        {"no table of that name", database(towns + "CREATE TABLE words(w)"), "", kTowns, "has no table “t”"},
        {"booleans",
         database("CREATE TABLE t(town, ok BOOLEAN); INSERT INTO t VALUES('Bonn', 1), ('Kiel', 0)"),
         "columns: {town: text, ok: boolean}",
         {"town:text|ok:boolean", "Bonn|1", "Kiel|0"},
         ""},
        {"booleans that are not declared in the model",
         database("CREATE TABLE t(town, ok BOOLEAN, odd BOOL, all_yes BOOLEAN); "
                  "INSERT INTO t VALUES('Bonn', 1, 2, 1), ('Kiel', 0, 1, 1), ('Ulm', NULL, 0, 1)"),
         "",
         {"town:text|ok:boolean|odd:integer|all_yes:boolean", "Bonn|1|2|1", "Kiel|0|1|1", "Ulm||0|1"},
         ""},
        {"days and moments that are not declared in the model",
         database("CREATE TABLE t(at DATETIME, day DATE, note DATE, n INTEGER); INSERT INTO t "
                  "VALUES('2025-03-01 10:00:00', '2025-03-01', 'soon', 1), ('2025-03-02', NULL, '2025-03-02', 2)"),
         "",
         {"at:date|day:date|note:text|n:integer", "2025-03-01|2025-03-01|soon|1", "2025-03-02||2025-03-02|2"},
         ""},
        {"decimals that are declared",
         database("CREATE TABLE t(town, price DECIMAL(10,2), n NUMERIC(8, 0)); "
                  "INSERT INTO t VALUES('Bonn', 10, 3), ('Kiel', 20, 4)"),
         "",
         {"town:text|price:number|n:integer", "Bonn|10|3", "Kiel|20|4"},
         ""},
        {"a view with columns that have no names",
         database(towns + "CREATE VIEW t AS SELECT town, count(*), sum(n) FROM towns GROUP BY 1"),
         "",
         {"town:text|count:integer|sum_n:integer", "Bonn|1|1", "Kiel|1|2"},
         ""},
        {"several blobs in a column",
         database("CREATE TABLE t(town, photo BLOB); INSERT INTO t VALUES('Bonn', x'00'), ('Kiel', x'01')"),
         "",
         {"town:text", "Bonn", "Kiel"},
         "row 1, column photo of “t.sqlite” is a blob"},
        {"seconds since 1970: days", moments, "", days, "is a column of dates or times in the file, but holds numbers"},
        {"seconds since 1970: numbers", moments, "", numbers, "is a column of dates or times", 1},
        {"seconds since 1970 in a column that is called so",
         database("CREATE TABLE t(created_at INTEGER, n INTEGER); INSERT INTO t VALUES(1740816000, 1)"),
         "",
         {"created_at:date|n:integer", "2025-03-01|1"},
         "is a column of dates or times"},
        {"seconds since 1970, declared as whole numbers",
         moments,
         "columns: {at: integer, n: integer}",
         {"at:integer|n:integer", "1740816000|1", "1740902400|2"},
         ""},
        {"one second since 1970 in a column of days",
         database("CREATE TABLE t(at date, n INTEGER); INSERT INTO t VALUES(1740816000, 1)"),
         "columns: {at: date, n: integer}",
         {"at:date|n:integer", "2025-03-01|1"},
         "“1740816000” is not a date"},
        {"days and moments as texts",
         database("CREATE TABLE t(at datetime, n INTEGER); "
                  "INSERT INTO t VALUES('2025-03-01 10:00:00', 1), ('2025-03-02', 2)"),
         "columns: {at: date, n: integer}", days, ""},
        {"a blob", blobs, "", {"town:text", "Bonn", "Kiel"}, "row 2, column note of “t.sqlite” is a blob"},
        {"a blob in a declared column",
         blobs,
         "columns: {town: text, note: text}",
         {"town:text", "Bonn", "Kiel"},
         "is a blob"},
        {"a blob that is left out", blobs, "columns: {town: text, \"*\": skip}", {"town:text", "Bonn", "Kiel"}, ""},
        {"bytes that are no UTF-8",
         database("CREATE TABLE t(town, note); INSERT INTO t VALUES('Bonn', CAST(x'FF41' AS TEXT))"),
         "",
         {"town:text", "Bonn"},
         "row 1, column note of “t.sqlite” is a text that is not UTF-8"},
        {"a view that asks for the time",
         database(towns + "CREATE VIEW t AS SELECT town, n FROM towns WHERE date('now') > '2020'"), "", kTowns,
         "the view asks for the time of day", 0, "t.sqlite", database(towns)},
    });
}

TEST_CASE("the declarations of an SQLite file say decimals, and which times are left out", "[data][sqlite]") {
    const Folder folder;
    const auto opened = database_of(folder, "t.sqlite",
                                    database("CREATE TABLE t(at DATETIME, price DECIMAL(10,2)); "
                                             "INSERT INTO t VALUES('2025-03-01 10:00:00', 10), ('2025-03-02', 2.5)"));
    const auto result = opened.query(text("SELECT price FROM t"), {});
    REQUIRE(result.ok());
    CHECK(result.value().columns[0].decimals == 2);
    CHECK(opened.notes_of("t") == std::vector<std::string>{"times of day are left out; the type text keeps them: at"});
}

TEST_CASE("rows in a write-ahead log are read, and nothing is written", "[data][sqlite]") {
    const Folder folder, copy;
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open((folder / "t.sqlite").c_str(), &db) == SQLITE_OK);
    sqlite3_exec(db,
                 "PRAGMA journal_mode = WAL; CREATE TABLE t(town TEXT, n INTEGER); INSERT INTO t VALUES('Bonn', 1);"
                 "PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO t VALUES('Kiel', 2)",
                 nullptr, nullptr, nullptr);
    // As after a program that broke off: its log is still there.
    for (const auto* name : {"t.sqlite", "t.sqlite-wal"}) std::filesystem::copy(folder / name, copy / name);
    const auto read = [](const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    const auto file = read(copy / "t.sqlite"), log = read(copy / "t.sqlite-wal");
    REQUIRE_FALSE(log.empty());
    const auto out = outcome_of(copy, "t.sqlite", file, "");
    CHECK(out.diagnostics.empty());
    CHECK(out.table == kTowns);
    CHECK(read(copy / "t.sqlite") == file);
    CHECK(read(copy / "t.sqlite-wal") == log);
    CHECK_FALSE(std::filesystem::exists(copy / "t.sqlite-shm"));
    // While the program still runs.
    CHECK(outcome_of(folder, "t.sqlite", read(folder / "t.sqlite"), "").table == kTowns);
    sqlite3_close(db);
}

TEST_CASE("a database whose write has not ended is refused", "[data][sqlite]") {
    const Folder folder;
    folder.write("t.sqlite-journal", "\xD9\xD5\x05\xF9\x20\xA1\x63\xD7 and pages");
    const auto bytes = database("CREATE TABLE t(town TEXT, n INTEGER); INSERT INTO t VALUES('Bonn', 1), ('Kiel', 2);");
    const auto out = outcome_of(folder, "t.sqlite", bytes, "");
    REQUIRE(out.diagnostics.size() == 1);
    CHECK_THAT(out.diagnostics[0].message, ContainsSubstring("a program that writes it has not ended"));
    folder.write("t.sqlite-journal", "");
    CHECK(outcome_of(folder, "t.sqlite", bytes, "").table == kTowns);
}
