// Whatever the SQL: a result that rests on withheld rows says so, and one that may see the others only is made of them.
#include "catch.h"
#include "data/database.h"
#include "data/sql/sql_text.h"
#include "model_in_memory.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

/// Facts, a table with sources in its rows, a table of one source, and a query over each.
struct World {
    Folder folder;
    Model model;

    World() {
        model.sources = {source("open"), source("closed")};
        model.facts = {fact("a", "1", 1, "open"), fact("b", "2", 2, "open"), fact("c", "3", 3, "closed"),
                       fact("secret", "987", 987, "open")};
        model.facts[3].subject = "Merger";
        model.facts[3].detail = "in May";
        model.facts[3].low = 900;
        model.facts[3].n = 12;
        auto mixed = csv_table("mixed", folder.write("mixed.csv", "k,v,source\nx,1,open\ny,2,closed\nz,3,open\n"),
                               {column("k", Type::text), column("v", Type::integer), column("source", Type::text)});
        mixed.source.clear();
        auto inside = csv_table("inside", folder.write("inside.csv", "k,v\nx,5\n"),
                                {column("k", Type::text), column("v", Type::integer)});
        inside.source = "open";
        auto late = csv_table("late", folder.write("late.csv", "k,v\nx,7\n"),
                              {column("k", Type::text), column("v", Type::integer)});
        late.source = "closed";
        model.tables = {mixed, inside, late};
        for (const auto& [name, sql] :
             std::vector<std::pair<std::string, std::string>>{{"of_facts", "SELECT id, value FROM facts"},
                                                              {"of_inside", "SELECT k, v FROM inside"},
                                                              {"of_value", "SELECT value('secret') AS v"}}) {
            TableRecord view;
            view.name = name;
            view.query = text(sql);
            model.tables.push_back(view);
        }
    }

    Rows rows(const std::string& sql, RowsSeen seen = RowsSeen::all) const {
        auto opened = Database::open(model, folder.path());
        REQUIRE(opened.ok());
        auto database = std::move(opened).value();
        database.withhold({{"secret"}, {"closed"}, {"inside"}});
        auto result = database.query(text(sql), {}, seen);
        INFO(sql);
        INFO((result.diagnostics().empty() ? "" : result.diagnostics().front().message));
        REQUIRE(result.ok());
        return std::move(result).value();
    }
};

}  // namespace

TEST_CASE("a result that rests on withheld rows says so, whatever the query", "[data][withheld]") {
    const World world;
    for (const auto* sql : {
             "SELECT value FROM facts WHERE id = 'secret'",
             "SELECT subject FROM facts WHERE id = 'secret'",
             "SELECT detail, low, n FROM facts",
             "SELECT id FROM facts",
             "SELECT count(*) FROM facts",
             "SELECT max(value) FROM facts",
             "SELECT id FROM facts ORDER BY value DESC LIMIT 1",
             "SELECT CASE WHEN EXISTS (SELECT 1 FROM facts WHERE value > 900) THEN 'yes' ELSE 'no' END",
             "SELECT CASE WHEN EXISTS (SELECT 1 FROM facts WHERE value > 2000) THEN 'yes' ELSE 'no' END",
             "SELECT CASE WHEN EXISTS (SELECT 1 FROM facts WHERE value < -5) THEN 'yes' ELSE 'no' END",
             "WITH facts AS (SELECT * FROM of_facts) SELECT value FROM facts WHERE id = 'secret'",
             "WITH x AS (SELECT * FROM facts) SELECT sum(value) FROM x",
             "SELECT value FROM of_facts WHERE id = 'secret'",
             "SELECT value('secret')",
             "SELECT value(lower('SECRET'))",
             "SELECT v FROM of_value",
             "SELECT value('c') + 1",
             "SELECT value, 'open' AS source FROM facts WHERE id = 'c'",
             "SELECT v FROM inside",
             "SELECT 1 FROM inside WHERE 0",
             "SELECT a.v FROM mixed AS a JOIN inside USING (k)",
             "SELECT v FROM of_inside",
             "SELECT k, v, 'open' AS source FROM late",
             "SELECT k, v, 'open' AS source FROM mixed",
             "SELECT sum(v) FROM mixed",
             "SELECT k FROM mixed ORDER BY v DESC LIMIT 2",
             "SELECT row_number() OVER (ORDER BY k) AS n, k FROM mixed",
             "SELECT title FROM sources",
             "SELECT count(*) FROM sources",
         }) {
        CAPTURE(sql);
        CHECK_FALSE(world.rows(sql).withheld.empty());
    }
}

TEST_CASE("a result that does not rest on withheld rows is left alone", "[data][withheld]") {
    const World world;
    for (const auto* sql : {
             "SELECT value FROM facts WHERE id = 'a'",
             "SELECT subject FROM facts WHERE id IN ('a', 'b')",
             "SELECT value('a') + value('b')",
             "SELECT CASE WHEN 1 THEN value('a') ELSE value('secret') END",
             "SELECT v, source FROM mixed WHERE source = 'open'",
             "SELECT k FROM mixed WHERE k = 'x'",
             "SELECT title FROM sources WHERE id = 'open'",
             "SELECT 'secret' AS word",
             "SELECT 1 + 1",
         }) {
        CAPTURE(sql);
        CHECK(world.rows(sql).withheld.empty());
    }
}

TEST_CASE("withheld rows can be left out", "[data][withheld]") {
    const World world;
    const auto facts = world.rows("SELECT id, value FROM facts", RowsSeen::permitted);
    CHECK(facts.rows.size() == 2);
    CHECK(facts.left_out);
    CHECK(facts.withheld.empty());
    CHECK(facts.facts == std::vector<std::string>{"a", "b"});
    const auto mixed = world.rows("SELECT k, v FROM mixed", RowsSeen::permitted);
    CHECK(mixed.rows.size() == 2);
    CHECK(mixed.sources == std::vector<std::string>{"open"});
    CHECK(world.rows("SELECT k FROM inside", RowsSeen::permitted).rows.empty());
    CHECK(world.rows("SELECT v FROM of_inside", RowsSeen::permitted).rows.empty());
    CHECK_FALSE(world.rows("SELECT value FROM facts WHERE id = 'a'", RowsSeen::permitted).left_out);
    // A value by its name cannot be left out.
    CHECK_FALSE(world.rows("SELECT value('secret') FROM facts", RowsSeen::permitted).withheld.empty());
}

TEST_CASE("names in value() are found in the text of a query", "[data][withheld]") {
    using Names = std::vector<std::string>;
    CHECK(names_in_value("SELECT value('a') + VALUE ( 'b' ) + value('a')") == Names{"a", "b"});
    CHECK(names_in_value("value(/* the first */ 'it''s' -- and\n)") == Names{"it's"});
    CHECK(names_in_value("'value(''a'')' || \"value('b')\" -- value('c')\n /* value('d') */ || value(name)").empty());
    CHECK(names_in_value("my_value('a'), value('a' || 'b'), value, value(").empty());
}

TEST_CASE("rows are late by the length of their time", "[data][withheld]") {
    const Folder folder;
    Model model;
    model.sources = {source("open")};
    std::string csv = "t,v\n";
    for (const auto* t : {"2025", "2026", "2027", "2026-Q1", "2026-Q2", "2026-W07", "2026-W12", "2026-W13", "2026-03",
                          "2026-04", "2026-03-20", "2026-03-21"})
        csv += std::string(t) + ",1\n";
    auto table = csv_table("times", folder.write("times.csv", csv),
                           {column("t", Type::date), column("v", Type::integer)});
    table.source = "open";
    table.time = "t";
    model.tables = {table};
    auto opened = Database::open(model, folder.path());
    REQUIRE(opened.ok());
    opened.value().cut_after("2026-03-20");  // in week 12
    const auto rows = opened.value().query(text("SELECT t FROM times"), {}).value().rows;
    std::vector<std::string> kept;
    for (const auto& row : rows) kept.push_back(as_text(row[0]));
    CHECK(kept == std::vector<std::string>{"2025", "2026", "2026-Q1", "2026-W07", "2026-W12", "2026-03", "2026-03-20"});
}
