// `precis data --refresh` against a PostgreSQL server: types, passwords, lost connections, time limits, memory.
#include <chrono>
#include <thread>

#include "catch.h"
#include "server.h"
#include "shop.h"

using namespace precis::test;

namespace {

/// One server for all tests of a run.
Server& server() {
    static Server one;
    return one;
}

void make(const std::string& table, const std::string& columns, const std::string& rows) {
    server().sql("DROP TABLE IF EXISTS " + table + "; CREATE TABLE " + table + "(" + columns + "); INSERT INTO " +
                 table + " VALUES " + rows + "; GRANT SELECT ON " + table + " TO " + Server::kUser);
}

void check_no_secrets(const Ran& ran) {
    for (const auto* secret : {"geheim", "falsch", Server::kUser, "owner", "precis-pg"}) {
        INFO(secret << " in " << ran.out << ran.err);
        CHECK((ran.out + ran.err).find(secret) == std::string::npos);
    }
}

/// An error with this code and message leaves the snapshot `old`.
void check_refused(Shop& shop, const Ran& ran, const std::string& code, const std::string& message) {
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("data/model.yaml:"));
    CHECK_THAT(ran.err, ContainsSubstring("[" + code + "]"));
    CHECK_THAT(ran.err, ContainsSubstring(message));
    CHECK_THAT(ran.err, ContainsSubstring("help: "));
    CHECK(shop.snapshot() == "id,day\n1,2026-01-01\n");
    CHECK(shop.files() == std::vector<std::string>{"model.yaml", "orders.csv"});
    check_no_secrets(ran);
}

struct OldShop : Shop {
    OldShop(const std::string& query, const std::string& keys = {}, int time_limit = 60) {
        declare(query, keys, time_limit);
        write_snapshot("id,day\n1,2026-01-01\n");
    }
};

}  // namespace

TEST_CASE("PostgreSQL's types have one form in a snapshot", "[postgres]") {
    Shop shop;
    shop.declare(
        "SELECT 12.50::numeric(20,4) AS exact, 0.1::float4 AS single, 1e22::float8 AS double, true AS yes, 7 AS whole, "
        "9007199254740993 AS large, date '2026-01-02' AS day, timestamp '2026-01-02 03:04:05.120' AS moment, "
        "timestamptz '2026-01-02 03:04:05+02' AS zoned, time '10:00' AS clock, 'é €' || chr(128512) AS words, "
        "NULL::text AS nothing, interval '1 day' AS span, 'it''s \"so\", yes'::varchar(30) AS quoted");
    const auto ran = shop.refresh(server().reader());
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(shop.snapshot() ==
          "exact,single,double,yes,whole,large,day,moment,zoned,clock,words,nothing,span,quoted\n"
          "12.5,0.1,1e+22,true,7,9007199254740993,2026-01-02,2026-01-02T03:04:05.12,2026-01-02T01:04:05,10:00:00,"
          "é €😀,,1 day,\"it's \"\"so\"\", yes\"\n");
    check_no_secrets(ran);
    CHECK(shop.precis({"check"}, "").exit_code == 0);
}

TEST_CASE("words beyond ASCII reach the database as they are", "[postgres]") {
    Shop shop;
    shop.declare("SELECT 1 AS id WHERE 'é€' = chr(233) || chr(8364)");
    const auto ran = shop.refresh(server().reader());
    CHECK(ran.out == "orders: 1 row, written to data/orders.csv\n");
}

TEST_CASE("long texts are whole", "[postgres]") {
    Shop shop;
    shop.declare(
        "SELECT repeat('äö€', 20000) AS words UNION ALL SELECT repeat('x', n) FROM generate_series(4090, 4100) n");
    const auto ran = shop.refresh(server().reader());
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    std::string expected;
    for (int i = 0; i < 20000; ++i) expected += "äö€";
    CHECK(shop.snapshot().find("\n" + expected + "\n") != std::string::npos);
    for (std::size_t n = 4090; n <= 4100; ++n)
        CHECK(shop.snapshot().find("\n" + std::string(n, 'x') + "\n") != std::string::npos);
}

TEST_CASE("a wrong password is told without user and password", "[postgres]") {
    OldShop shop("SELECT 1 AS id, date '2026-01-01' AS day");
    check_refused(shop, shop.refresh(server().reader("falsch")), "connection_failed",
                  "does not accept the user or the password");
    check_refused(shop, shop.refresh("Driver=" + driver("psqlodbcw.so") + ";Servername=/nowhere;UID=clerk;PWD=geheim"),
                  "connection_failed", "cannot be reached");
}

TEST_CASE("a connection that is lost leaves the snapshot", "[postgres]") {
    OldShop shop(
        "SELECT n AS id, date '2026-01-01' + (pg_sleep(0.05) IS NULL)::int AS day FROM generate_series(1, 3000) n");
    Ran ran;
    std::thread refreshing([&] { ran = shop.refresh(server().reader()); });
    for (int tries = 0; tries < 600; ++tries) {
        const auto ended =
            server().sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '" +
                         std::string(Server::kUser) + "' AND query LIKE '%pg_sleep%'");
        if (ended == "1\n") break;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    refreshing.join();
    check_refused(shop, ran, "connection_failed", "ended before all rows of “orders” were there");
}

TEST_CASE("a slow query is cancelled at the time limit", "[postgres]") {
    OldShop shop("SELECT 1 AS id, date '2026-01-01' AS day FROM pg_sleep(300)", {}, 1);
    check_refused(shop, shop.refresh(server().reader()), "query_failed", "was ended after 1 s");
    // The server is not left at work.
    CHECK(server().sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(300)%' AND state = 'active' "
                       "AND usename = '" +
                       std::string(Server::kUser) + "'") == "0\n");
}

TEST_CASE("changed columns of a database are found, and the remedies work", "[postgres]") {
    make("orders", "id int, day date", "(1, '2026-01-01'), (2, '2026-01-02')");
    const std::string columns = "    columns: {id: integer, day: date}\n";
    OldShop shop("SELECT * FROM orders", columns);
    server().sql("ALTER TABLE orders ADD COLUMN note text");
    check_refused(shop, shop.refresh(server().reader()), "undeclared_column", "“note”");
    server().sql(
        "ALTER TABLE orders DROP COLUMN note; ALTER TABLE orders ALTER COLUMN id TYPE text USING 'no. ' || id");
    check_refused(shop, shop.refresh(server().reader()), "cell_type", "“no. 1” is not a whole number");
    server().sql("ALTER TABLE orders DROP COLUMN id");
    check_refused(shop, shop.refresh(server().reader()), "missing_column", "no column “id”");
    server().sql("ALTER TABLE orders ADD COLUMN id int; DELETE FROM orders");
    check_refused(shop, shop.refresh(server().reader()), "snapshot_emptied", "has 1 row");
    server().sql("INSERT INTO orders(id, day) VALUES (7, '2026-01-09')");
    const auto ran = shop.refresh(server().reader());
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(shop.snapshot() == "id,day\n7,2026-01-09\n");
}

TEST_CASE("the session only reads", "[postgres]") {
    server().sql("DROP SEQUENCE IF EXISTS numbers; CREATE SEQUENCE numbers; GRANT ALL ON SEQUENCE numbers TO " +
                 std::string(Server::kUser));
    OldShop shop("SELECT nextval('numbers') AS id, date '2026-01-01' AS day");
    check_refused(shop, shop.refresh(server().reader()), "query_failed", "read-only transaction");
}

TEST_CASE("faults of a query are PostgreSQL's words, without the user", "[postgres]") {
    server().sql("DROP TABLE IF EXISTS hidden; CREATE TABLE hidden(id int)");
    OldShop shop("SELECT id, day FROM hidden");
    const auto ran = shop.refresh(server().reader());
    check_refused(shop, ran, "query_failed", "permission denied for table hidden");
    shop.declare("SELECT current_user::int AS id, date '2026-01-01' AS day");
    check_refused(shop, shop.refresh(server().reader()), "query_failed", "invalid input syntax for type integer");
    shop.declare("SELECT '\\x01'::bytea AS id, date '2026-01-01' AS day");
    check_refused(shop, shop.refresh(server().reader()), "cell_type", "“id” holds binary data");
}

TEST_CASE("a million rows of PostgreSQL take no more memory than one", "[postgres]") {
    Shop shop;
    const std::string rows =
        "SELECT (n * 7919) % 1000003 AS id, 'a name of some length ' || n AS name, n * 1.25 AS amount "
        "FROM generate_series(1, ";
    shop.declare(rows + "1) n", "    key: [id]\n");
    const auto one = shop.refresh(server().reader());
    REQUIRE(one.exit_code == 0);
    shop.declare(rows + "1000000) n", "    key: [id]\n", 600);
    const auto million = shop.refresh(server().reader());
    INFO(million.out << million.err);
    CHECK_THAT(million.out, ContainsSubstring("1 row before, 1000000 now: 999999 added, 0 removed, 0 changed"));
    UNSCOPED_INFO("one row " << one.peak_kb << " kB, a million " << million.peak_kb << " kB");
    CHECK(million.peak_kb - one.peak_kb < 64 * 1024);
    CHECK(one.peak_kb > 1024);
}
