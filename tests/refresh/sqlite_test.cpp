// `precis data --refresh` against SQLite's ODBC driver: what is written, what is refused, what no message holds.
#include <sqlite3.h>

#include "catch.h"
#include "shop.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

class Lake {
  public:
    explicit Lake(const std::string& sql) { change(sql); }
    void change(const std::string& sql) const {
        sqlite3* db = nullptr;
        sqlite3_open((folder_ / "lake.db").c_str(), &db);
        char* fault = nullptr;
        const int code = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &fault);
        INFO(sql << ": " << (fault != nullptr ? fault : ""));
        sqlite3_free(fault);
        sqlite3_close(db);
        REQUIRE(code == SQLITE_OK);
    }
    std::string connection() const {
        return "Driver=" + driver("libsqlite3odbc.so") + ";Database=" + (folder_ / "lake.db").string();
    }

  private:
    Folder folder_{"lake"};
};

constexpr const char* kOrders =
    "CREATE TABLE orders(id integer, day date, amount real, paid boolean, name text);"
    "INSERT INTO orders VALUES (10, '2026-01-03', 12.50, 1, 'Été, \"deux\"'), (9, '2026-01-02', 7.0, 0, NULL),"
    " (2, NULL, NULL, NULL, 'a\nb');";

}  // namespace

TEST_CASE("a snapshot is sorted, in one form, and left alone while the rows are the same", "[refresh]") {
    const Lake lake(kOrders);
    Shop shop;
    shop.declare("SELECT name, id, day, amount, paid FROM orders", "    key: [id]\n");
    const auto first = shop.refresh(lake.connection());
    INFO(first.err);
    REQUIRE(first.exit_code == 0);
    CHECK(first.out == "orders: 3 rows, written to data/orders.csv\n");
    CHECK(shop.snapshot() ==
          "name,id,day,amount,paid\n\"a\nb\",2,,,\n,9,2026-01-02,7,false\n\"Été, "
          "\"\"deux\"\"\",10,2026-01-03,12.5,true\n");
    CHECK(shop.files() == std::vector<std::string>{"model.yaml", "orders.csv"});

    fs::permissions(shop.path() / "data/orders.csv", fs::perms::owner_read | fs::perms::owner_write);
    const auto written = fs::last_write_time(shop.path() / "data/orders.csv");
    const auto again = shop.refresh(lake.connection());
    CHECK(again.out == "orders: 3 rows, unchanged; data/orders.csv is left as it was\n");
    CHECK(fs::last_write_time(shop.path() / "data/orders.csv") == written);

    lake.change(
        "UPDATE orders SET amount = 8 WHERE id = 9; DELETE FROM orders WHERE id = 2;"
        "INSERT INTO orders VALUES (11, '2026-01-04', 1, 1, 'x'), (1, '2026-01-04', 1, 1, 'y')");
    const auto changed = shop.refresh(lake.connection());
    CHECK(changed.out == "orders: 3 rows before, 4 now: 2 added, 1 removed, 1 changed; written to data/orders.csv\n");
    CHECK(fs::status(shop.path() / "data/orders.csv").permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(shop.precis({"check"}, "").exit_code == 0);  // the snapshot is enough
}

TEST_CASE("expressions keep their numbers, and texts that look like others stay texts", "[refresh]") {
    const Lake lake(
        "CREATE TABLE t(v real, w, code text); INSERT INTO t VALUES (1.0 / 3, 0.1 + 0.2, '007'), (1e20, 5, 'r1')");
    Shop shop;
    shop.declare("SELECT code, v, w, v * 2 AS twice, 1.0 / 3 AS third, count(*) OVER () AS n FROM t ORDER BY 1 -- all");
    const auto ran = shop.refresh(lake.connection());
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(shop.snapshot() ==
          "code,v,w,twice,third,n\n"
          "007,0.3333333333333333,0.30000000000000004,0.6666666666666666,0.3333333333333333,2\n"
          "r1,1e+20,5,2e+20,0.3333333333333333,2\n");
    Shop other;
    other.declare("WITH two(n) AS (SELECT 1 UNION SELECT 2) SELECT n, x'00' AS picture FROM two;",
                  "    columns: {n: integer, picture: skip}\n");
    const auto skipped = other.refresh(lake.connection());
    INFO(skipped.err);
    CHECK(other.snapshot() == "n\n1\n2\n");
}

TEST_CASE("declared columns have their order and types, and are found in capitals", "[refresh]") {
    const Lake lake(
        "CREATE TABLE t(A text, B text, C timestamp); INSERT INTO t VALUES ('1.50', '007', '2026-01-02 00:00:00')");
    Shop shop;
    shop.declare("SELECT C, B AS \"Code No\", A FROM t",
                 "    columns: {a: number, code: {type: text, header: Code No}, c: date}\n");
    const auto ran = shop.refresh(lake.connection());
    INFO(ran.err);
    CHECK(shop.snapshot() == "a,Code No,c\n1.5,007,2026-01-02\n");
    CHECK(shop.precis({"check"}, "").exit_code == 0);
}

TEST_CASE("a missing snapshot names the command that writes it, and the command does", "[refresh]") {
    const Lake lake(kOrders);
    Shop shop;
    shop.declare("SELECT id FROM orders");
    const auto check = shop.precis({"check"}, "");
    CHECK(check.exit_code == 1);
    const std::string remedy = "write it with: precis data --refresh orders";
    REQUIRE_THAT(check.err, ContainsSubstring(remedy));
    CHECK(shop.precis({"data", "--refresh", "orders"}, lake.connection()).exit_code == 0);
    CHECK(shop.precis({"check"}, "").exit_code == 0);
    CHECK(shop.precis({"data", "note.yaml", "--refresh"}, lake.connection()).exit_code == 0);
    const auto unknown = shop.precis({"data", "--refresh", "order"}, lake.connection());
    CHECK(unknown.exit_code == 1);
    CHECK_THAT(unknown.err, ContainsSubstring("did you mean “orders”?"));
}

TEST_CASE("rows that do not fit the table leave the old snapshot", "[refresh]") {
    const std::string old = "id,day\n1,2026-01-01\n";
    const Lake lake(
        std::string(kOrders) +
        "CREATE TABLE bytes(id integer, day date, picture blob); INSERT INTO bytes VALUES (1, '2026-01-01', x'01')");
    const auto refused = [&](const std::string& query, const std::string& keys, const std::string& code,
                             const std::string& message) {
        Shop shop;
        shop.declare(query, keys);
        shop.write_snapshot(old);
        const auto ran = shop.refresh(lake.connection());
        INFO(query << "\n" << ran.out << ran.err);
        CHECK(ran.exit_code == 1);
        CHECK(ran.out.empty());
        CHECK_THAT(ran.err, ContainsSubstring("[" + code + "]"));
        CHECK_THAT(ran.err, ContainsSubstring("data/model.yaml:"));
        CHECK_THAT(ran.err, ContainsSubstring(message));
        CHECK_THAT(ran.err, ContainsSubstring("help: "));
        CHECK(shop.snapshot() == old);
        CHECK(shop.files() == std::vector<std::string>{"model.yaml", "orders.csv"});
    };
    const std::string declared = "    columns: {id: integer, day: date}\n";
    refused("SELECT id FROM orders", "", "missing_column", "no column “day”, which the snapshot has");
    refused("SELECT id FROM orders", declared, "missing_column", "no column “day”");
    refused("SELECT id, day, name FROM orders", "", "undeclared_column", "“name”");
    refused("SELECT id, day, name FROM orders", declared, "undeclared_column", "“name”");
    refused("SELECT name AS id, day FROM orders", declared, "cell_type", "is not a whole number");
    refused("SELECT id, name AS day FROM orders", "", "cell_type", "declare the columns");
    refused("SELECT id, day FROM orders WHERE id > 99", declared, "snapshot_emptied", "has 1 row");
    refused("SELECT id, day, picture FROM bytes", declared, "cell_type", "“picture” holds binary data");
    refused("SELECT id, day, CAST(name AS BLOB) AS name FROM orders",
            "    columns: {id: integer, day: date, name: text}\n", "cell_type", "“name” holds binary data");
    refused("SELECT 5 AS id, day FROM orders", declared + "    key: id\n", "duplicate_row", "id: “5”");
    refused("SELECT id, id, day FROM orders", declared, "undeclared_column", "two columns");
    refused("SELECT id, day FROM nowhere", declared, "query_failed", "nowhere");
    refused("SELECT id, day FROM orders WHERE", declared, "query_failed", "incomplete input");
    refused("SELECT id, char(1) AS day FROM orders", "    columns: {id: integer, day: text}\n", "control_character",
            "U+0001");
}

TEST_CASE("the remedy for a table that is rightly empty", "[refresh]") {
    const Lake lake(kOrders);
    Shop shop;
    shop.declare("SELECT id FROM orders WHERE id > 99", "    columns: {id: integer}\n");
    shop.write_snapshot("id\n1\n");
    REQUIRE_THAT(shop.refresh(lake.connection()).err, ContainsSubstring("delete data/orders.csv and refresh again"));
    fs::remove(shop.path() / "data/orders.csv");
    CHECK(shop.refresh(lake.connection()).exit_code == 0);
    CHECK(shop.snapshot() == "id\n");
}

TEST_CASE("connections that cannot be opened are told by place and remedy, without secrets", "[refresh]") {
    const auto refused = [](const std::string& connection, const std::string& code, const std::string& message) {
        Shop shop;
        shop.declare("SELECT 1 AS id");
        shop.write_snapshot("id\n1\n");
        const auto ran = shop.refresh(connection);
        INFO(ran.out << ran.err);
        CHECK(ran.exit_code == 1);
        CHECK_THAT(ran.err, ContainsSubstring("data/model.yaml:4:20: error: "));
        CHECK_THAT(ran.err, ContainsSubstring("[" + code + "]"));
        CHECK_THAT(ran.err, ContainsSubstring(message));
        CHECK_THAT(ran.err, ContainsSubstring("help: "));
        for (const auto* secret : {"geheim", "ada", "nowhere-host"}) CHECK(ran.err.find(secret) == std::string::npos);
        CHECK(shop.snapshot() == "id\n1\n");
    };
    refused("", "bad_value", "no variable “LAKE_DSN”");
    refused("geheim", "bad_value", "does not hold an ODBC connection string");
    refused("Driver=/nowhere/libnone.so;UID=ada;PWD=geheim", "connection_failed", "/nowhere/libnone.so");
    refused("DSN=nowhere-host;UID=ada;PWD=geheim", "connection_failed", "does not know the driver or the data source");
    const Folder folder("no-lake");
    const auto missing = (folder / "geheim.db").string();
    refused("Driver=" + driver("libsqlite3odbc.so") + ";Database=" + missing + ";PWD=geheim", "connection_failed",
            "cannot be reached");
    CHECK_FALSE(fs::exists(missing));  // it is not made either
}

TEST_CASE("a query that does not end is ended at the time limit", "[refresh]") {
    const Lake lake(kOrders);
    Shop shop;
    shop.declare("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) AS id FROM n", "", 1);
    shop.write_snapshot("id\n1\n");
    const auto ran = shop.refresh(lake.connection());
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("was ended after 1 s, the time limit of “lake” [query_failed]"));
    CHECK(shop.snapshot() == "id\n1\n");
}

TEST_CASE("a query writes nothing into a database", "[refresh]") {
    const Lake lake(kOrders);
    Shop shop;
    shop.declare("DELETE FROM orders");
    const auto ran = shop.refresh(lake.connection());
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("[sql_not_allowed]"));
}

TEST_CASE("a million rows take no more memory than one", "[refresh]") {
    const Lake lake(
        "CREATE TABLE t(id integer, name text, amount real);"
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000)"
        "INSERT INTO t SELECT (x * 7919) % 1000003, 'a name of some length ' || x, x * 1.25 FROM n");
    Shop shop;
    shop.declare("SELECT id, name, amount FROM t WHERE id = 7", "    key: [id]\n");
    const auto one = shop.refresh(lake.connection());
    REQUIRE(one.exit_code == 0);
    shop.declare("SELECT id, name, amount FROM t", "    key: [id]\n");
    const auto million = shop.refresh(lake.connection());
    INFO(million.err);
    CHECK(million.out.find(" 1000000 now: ") != std::string::npos);
    const auto compared = shop.refresh(lake.connection());  // the old rows are kept, too
    CHECK_THAT(compared.out, ContainsSubstring("unchanged"));
    UNSCOPED_INFO("one row " << one.peak_kb << " kB, a million " << million.peak_kb << " kB, again "
                             << compared.peak_kb);
    CHECK(million.peak_kb - one.peak_kb < 64 * 1024);
    CHECK(compared.peak_kb - one.peak_kb < 64 * 1024);
    CHECK(one.peak_kb > 1024);
    CHECK(shop.files() == std::vector<std::string>{"model.yaml", "orders.csv"});
}
