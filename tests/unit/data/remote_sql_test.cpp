// What a database may be asked: one query that reads.
#include "data/sql/remote_sql.h"

#include "catch.h"

using namespace precis::data;

namespace {

std::string refused(const std::string& sql) {
    const auto fault = remote_sql_fault(sql);
    return fault ? sql.substr(fault->begin, fault->end - fault->begin) : "nothing";
}

}  // namespace

TEST_CASE("queries that read are passed to a database", "[data][snapshot]") {
    for (const auto* sql :
         {"SELECT 1", "select a from t;", "  -- a note\n/* another ; */ WITH x AS (SELECT 1) SELECT * FROM x",
          "(SELECT a FROM t) UNION (SELECT b FROM u)", "SELECT 'a; DELETE FROM t' AS text",
          "SELECT \"update\", `delete`, [into], t.update FROM t", "SELECT insert(a, 1, 2, 'x') FROM t",
          "SELECT updated_at, deleted FROM t ; -- the end\n", "SELECT 'it''s; done' AS x"}) {
        INFO(sql);
        CHECK_FALSE(remote_sql_fault(sql));
    }
}

TEST_CASE("what writes, locks or comes second is refused where it stands", "[data][snapshot]") {
    CHECK(refused("DELETE FROM t") == "DELETE");
    CHECK(refused("-- SELECT\ndrop table t") == "drop");
    CHECK(refused("EXPLAIN SELECT 1") == "EXPLAIN");
    CHECK(refused("WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone") == "DELETE");
    CHECK(refused("SELECT * INTO copy FROM t") == "INTO");
    CHECK(refused("SELECT * FROM t FOR UPDATE") == "UPDATE");
    CHECK(refused("SELECT 1; SELECT 2") == "SELECT");
    CHECK(refused("SELECT ';'; drop table t") == "drop");
    CHECK(refused("SELECT 'a' -- it's\n; DELETE FROM t") == "DELETE");
    CHECK(refused("'SELECT'") == "'SELECT'");
    CHECK(refused("SELECT 'never closed; DELETE FROM t") == "nothing");  // the database refuses it
    CHECK(remote_sql_fault(""));
    CHECK(remote_sql_fault("-- nothing"));
}
