// Columns made from one column of a table keep its unit, format and decimals.
#include "bind/values/inherited_look.h"

#include "catch.h"

using namespace precis;

namespace {

/// The looks of a query's columns over a table with gen (TWh, 2 decimals), share (percent) and fee (format 1dp).
std::vector<data::ResultColumn> looks(const std::string& sql, std::size_t columns = 1) {
    std::vector<data::ResultColumn> made(columns);
    bind::inherit_looks(sql, made, [](std::string_view name) -> std::optional<data::ResultColumn> {
        data::ResultColumn column;
        if (name == "gen") column.unit = "TWh", column.decimals = 2;
        if (name == "share") column.unit = "percent", column.type = data::Type::percent;
        if (name == "fee") column.format = "1dp";
        return name == "gen" || name == "share" || name == "fee" ? std::optional(column) : std::nullopt;
    });
    return made;
}
std::string unit(const std::string& sql) {
    return looks(sql).front().unit;
}

}  // namespace

TEST_CASE("aggregates hand on what their column has", "[bind][units]") {
    for (const std::string call : {"sum(gen)", "avg(gen)", "min(gen)", "MAX(gen)", "median(gen)", "total(gen)",
                                   "avg(DISTINCT gen)", "abs(t.gen)", "(sum(\"gen\"))", "coalesce(sum(gen), 0)"}) {
        CAPTURE(call);
        const auto look = looks("SELECT " + call + " AS g FROM t WHERE gen > 1").front();
        CHECK(look.unit == "TWh");
        CHECK(look.decimals == 2);
    }
    CHECK(looks("SELECT max(fee) FROM t").front().format == "1dp");
    CHECK(unit("median(gen)") == "TWh");
    CHECK(unit("SELECT sum(gen) FILTER (WHERE share > 2) OVER (ORDER BY fee) total_of FROM t") == "TWh");
    CHECK(unit("WITH x AS (SELECT share FROM t) SELECT sum(gen) FROM t -- sum(share)\n") == "TWh");
    CHECK(looks("SELECT round(avg(gen), 1) FROM t").front().decimals == 1);
    CHECK(looks("SELECT round(avg(gen)) FROM t").front().decimals == 0);
}

TEST_CASE("shares are percentages, and their difference is in points", "[bind][units]") {
    for (const std::string call : {"percent(sum(gen), 5)", "share(1, 2)", "growth(a, b)", "cagr(a, b, 3)"})
        CHECK(unit("SELECT " + call + " FROM t") == "percent");
    CHECK(unit("SELECT difference(min(share), max(share)) FROM t") == "pp");
    CHECK(unit("SELECT difference(min(gen), max(gen)) FROM t") == "TWh");
    CHECK(unit("SELECT difference(min(gen), max(share)) FROM t").empty());
    CHECK(looks("SELECT max(share) FROM t").front().type == data::Type::percent);
}

TEST_CASE("what is computed in another way has no unit", "[bind][units]") {
    for (const std::string call :
         {"count(gen)", "sum(gen) / 2", "2 * gen", "sum(gen * share)", "gen || ' TWh'", "'gen'", "round(gen, fee)",
          "max(gen, share)", "other", "(SELECT gen)", "length(gen)"}) {
        CAPTURE(call);
        const auto look = looks("SELECT " + call + " AS g FROM t").front();
        CHECK(look.unit.empty());
        CHECK(look.decimals == -1);
    }
    const auto three = looks("SELECT share, 'a, b', sum(gen) FROM t", 3);
    CHECK((three[0].unit == "percent" && three[1].unit.empty() && three[2].unit == "TWh"));
    CHECK(looks("SELECT *, sum(gen) OVER () FROM t", 3)[2].unit.empty());
    CHECK(unit("SELECT sum(gen").empty());
    CHECK(unit("").empty());
}
