#include "catch.h"
#include "data/codes.h"
#include "data/database.h"
#include "diag/codes.h"
#include "model_in_memory.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

/// Facts of two sources, a table of a third, and a query over it.
struct World {
    Folder folder;
    Model model;

    World() {
        model.sources = {source("survey"), source("organiser"), source("counted"), source("unused")};
        model.facts = {fact("paris", "600", 600, "organiser"), fact("india", "460", 460, "organiser"),
                       fact("stage3", "43.5", 43.5, "survey"), fact("held", "", std::nullopt, "unused")};
        model.facts[2].decimals = 1;
        model.tables.push_back(csv_table("activity",
                                         folder.write("activity.csv",
                                                      "project,month,commits,share\n"
                                                      "a,2026-01,10,0.5\n"
                                                      "a,2026-02,,0.25\n"
                                                      "b,2026-01,5,\n"),
                                         {column("project", Type::text), column("month", Type::month),
                                          column("commits", Type::integer), column("share", Type::number)}));
        model.tables.back().columns[2].label = "Commits by people";
        TableRecord view;
        view.name = "totals";
        view.query = text("SELECT project, sum(commits) AS total FROM activity GROUP BY project");
        model.tables.push_back(view);
    }

    Database open() const {
        auto opened = Database::open(model, folder.path());
        INFO((opened.diagnostics().empty() ? "" : opened.diagnostics().front().message));
        REQUIRE(opened.ok());
        return std::move(opened).value();
    }
};

Rows rows_of(const Database& database, const std::string& sql, const Parameters& parameters = {}) {
    auto result = database.query(text(sql), parameters);
    INFO(sql);
    INFO((result.diagnostics().empty() ? "" : result.diagnostics().front().message));
    REQUIRE(result.ok());
    return std::move(result).value();
}

Cell value_of(const Database& database, const std::string& sql, const Parameters& parameters = {}) {
    const auto rows = rows_of(database, sql, parameters);
    REQUIRE(rows.rows.size() == 1);
    return rows.rows[0].at(0);
}

diag::Diagnostic fault_of(const Database& database, const std::string& sql, const Parameters& parameters = {}) {
    const auto result = database.query(text(sql), parameters);
    INFO(sql);
    REQUIRE_FALSE(result.ok());
    return result.diagnostics().front();
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a query gives rows, and SELECT may be left out", "[data][sql]") {
    const World world;
    const auto database = world.open();
    CHECK(value_of(database, "SELECT sum(commits) FROM activity") == Cell(std::int64_t{15}));
    CHECK(value_of(database, "value('paris') > value('india')") == Cell(std::int64_t{1}));
    CHECK(value_of(database, "(SELECT count(*) FROM activity) + 1") == Cell(std::int64_t{4}));
    CHECK(value_of(database, "replace('abc', 'b', '-')") == Cell(std::string("a-c")));
    CHECK(value_of(database, " -- why\n/* and */ WITH t AS (SELECT 2 AS n) SELECT n FROM t;") == Cell(std::int64_t{2}));
    CHECK(value_of(database, "SELECT commits FROM activity WHERE month = '2026-02'") == Cell());
    CHECK(value_of(database, ":date || ''", {{"date", std::string("2026-08-31")}}) == Cell(std::string("2026-08-31")));
}

TEST_CASE("columns carry the label of the declared column of their name", "[data][sql]") {
    const World world;
    const auto database = world.open();
    const auto rows = rows_of(database, "SELECT project, sum(commits) AS commits, 1 AS per_cent_of FROM activity");
    CHECK(rows.columns[0].label == "Project");
    CHECK(rows.columns[1].label == "Commits by people");
    CHECK(rows.columns[1].type == Type::integer);
    CHECK(rows.columns[2].label == "Per cent of");
    CHECK_FALSE(rows.columns[2].type);
}

TEST_CASE("sources come from the tables read, also through a query and a join by USING", "[data][provenance]") {
    const World world;
    const auto database = world.open();
    const auto plain = rows_of(database, "SELECT project FROM activity");
    CHECK(plain.sources == Strings{"counted"});
    CHECK(plain.tables == Strings{"activity"});
    CHECK_FALSE(plain.own_analysis);
    const auto through = rows_of(database, "SELECT total FROM totals");
    CHECK(through.sources == Strings{"counted"});
    CHECK(through.own_analysis);
    const auto joined = rows_of(database, "SELECT f.id FROM facts AS f JOIN (SELECT 'paris' AS id) USING (id)");
    CHECK(joined.sources.empty());
    CHECK(rows_of(database, "SELECT count(*) FROM activity").sources == Strings{"counted"});
    CHECK(rows_of(database, "SELECT 1").sources.empty());
}

TEST_CASE("a result is own analysis if numbers are computed, not if texts are", "[data][provenance]") {
    const World world;
    const auto database = world.open();
    const auto own = [&](const std::string& sql) {
        INFO(sql);
        return rows_of(database, sql).own_analysis;
    };
    // Words beside what is read: labels, texts put together, dates cut, years, marks and orders.
    CHECK_FALSE(own("SELECT upper(id) AS label, value FROM facts"));
    CHECK_FALSE(own("SELECT CASE id WHEN 'paris' THEN 'Paris' ELSE 'Other' END AS place, value FROM facts"));
    CHECK_FALSE(
        own("WITH shown(id, place) AS (VALUES ('paris', 'Paris'), ('india', 'Bengaluru')) "
            "SELECT place, value FROM shown JOIN facts USING (id) ORDER BY place"));
    CHECK_FALSE(own("SELECT substr(month, 1, 4) AS year, project || ', a project' AS name, commits FROM activity"));
    CHECK_FALSE(own("SELECT project, commits, 1 AS kind, -2.5 at, 'a, b -- (' AS words FROM activity"));
    CHECK_FALSE(own("SELECT project, commits FROM activity UNION ALL SELECT 'None', 0 ORDER BY project LIMIT 3"));
    // Numbers of ours, wherever they stand.
    CHECK(own("SELECT project, commits + 0 AS commits FROM activity"));
    CHECK(own("SELECT project, 1 + 1 AS two FROM activity"));
    CHECK(own("SELECT project, commits FROM activity UNION ALL SELECT 'All', sum(commits) FROM activity"));
    CHECK(
        own("WITH all_of AS (SELECT 'All' AS project, sum(commits) AS n FROM activity) "
            "SELECT project, commits FROM activity UNION ALL SELECT project, n FROM all_of"));
    CHECK(own("SELECT project, printf('%.1f', commits / 3.0) AS third FROM activity"));
    CHECK(own("SELECT project, series(month, commits) AS trend FROM activity GROUP BY project"));
    CHECK(own("SELECT id, value * 2 AS twice FROM facts WHERE value > 0"));
    CHECK(own("SELECT 7 AS n"));  // nobody else's
}

TEST_CASE("an oversized text is an error, not NULL", "[data][sql]") {
    const World world;
    const auto database = world.open();
    const auto fault = [&](const std::string& sql) {
        INFO(sql);
        const auto result = database.query(text(sql), {});
        REQUIRE_FALSE(result.has_value());
        REQUIRE(result.diagnostics().size() == 1);
        return result.diagnostics()[0];
    };
    CHECK(fault("SELECT printf('%2000000000d', 1)").code == data::code::sql_too_long);
    CHECK(fault("SELECT length(format('%*d', 2000000000, project)) FROM activity").code == data::code::sql_too_long);
    CHECK_THAT(fault("SELECT 1e308 * 10 AS far").message, ContainsSubstring("“far”"));
    CHECK(fault("SELECT exp(1000)").code == data::code::sql_error);
    CHECK_THAT(fault("SELECT month('9999-12-01', 1)").message, ContainsSubstring("month() leads to a year"));
    CHECK_THAT(fault("SELECT strftime('%G-W%V', '2026-01-01')").message, ContainsSubstring("no “%G”"));
    CHECK_THAT(fault("SELECT strftime( '%Y-%u', '2026-01-01')").message, ContainsSubstring("no “%u”"));
    CHECK_THAT(fault("SELECT quarter('9999-10-01', 1)").message, ContainsSubstring("quarter() leads to a year"));

    const auto rows = rows_of(database,
                              "SELECT printf('%05.1f %s', 2.25, 'x'), format('%d%%', 40), printf(NULL), "
                              "printf('%,d', 1234567), printf('')");
    const std::vector<std::string> wanted{"002.3 x", "40%", "", "1,234,567", ""};
    for (std::size_t i = 0; i < wanted.size(); ++i) CHECK(as_text(rows.rows[0][i]) == wanted[i]);
    CHECK(is_null(rows.rows[0][2]));
    CHECK_FALSE(is_null(rows.rows[0][4]));
}

TEST_CASE("a fact counts as read if its value is read", "[data][provenance]") {
    const World world;
    const auto database = world.open();
    const auto read = rows_of(database, "SELECT id, value FROM facts WHERE source = 'organiser'");
    CHECK(read.facts == Strings{"paris", "india"});
    CHECK(read.sources == Strings{"organiser"});
    CHECK_FALSE(read.own_analysis);
    CHECK(rows_of(database, "SELECT id FROM facts").facts.empty());
    CHECK(rows_of(database, "SELECT sum(value) FROM facts WHERE id IN ('paris', 'stage3')").sources ==
          Strings{"survey", "organiser"});
    CHECK(rows_of(database, "SELECT sum(value) FROM facts WHERE id = 'paris'").own_analysis);
    CHECK(rows_of(database, "SELECT id, source FROM facts WHERE id = 'held'").sources == Strings{"unused"});
    const auto mixed = rows_of(database, "SELECT 'unused, counted' AS source, value('stage3') AS x FROM activity");
    CHECK(mixed.sources == Strings{"survey", "counted", "unused"});
    CHECK(mixed.facts == Strings{"stage3"});
}

TEST_CASE("a value that asks the clock fails the query that asks for it", "[data][sql][diag]") {
    const World world;
    auto database = world.open();
    database.set_lookup([&](std::string_view) {
        const auto result = database.query(text("SELECT 1"), {});
        LookedUp answer;
        if (result.ok()) answer.cell = result.value().rows[0][0];
        return answer;
    });
    CHECK(fault_of(database, "SELECT date('now'), value('x')").code == data::code::sql_not_allowed);
    CHECK(fault_of(database, "SELECT value('x'), date('now')").code == data::code::sql_not_allowed);
    CHECK(value_of(database, "value('x')") == Cell(std::int64_t{1}));
}

TEST_CASE("a lookup answers value() and may query the database itself", "[data][sql]") {
    const World world;
    auto database = world.open();
    int asked = 0;
    database.set_lookup([&](std::string_view name) {
        ++asked;
        LookedUp answer;
        if (name == "inner") {
            answer.cell = value_of(database, "SELECT max(commits) FROM activity");
            answer.sources = {"survey"};
        } else {
            answer.failure = "there is no value of that name";
            answer.remedy = "did you mean “inner”?";
        }
        return answer;
    });
    const auto rows = rows_of(database, "SELECT month FROM activity WHERE commits = value('inner')");
    CHECK(rows.rows == std::vector<std::vector<Cell>>{{Cell(std::string("2026-01"))}});
    CHECK(rows.sources == Strings{"survey", "counted"});
    CHECK(asked == 1);
    const auto fault = fault_of(database, "1 + value('inmer')");
    CHECK(fault.code == diag::code::unknown_name);
    CHECK(pointed_at(fault) == "'inmer'");
    CHECK(fault.remedy == "did you mean “inner”?");
}

TEST_CASE("the language's functions", "[data][sql]") {
    const World world;
    const auto database = world.open();
    const auto text_of = [&](const std::string& sql) { return as_text(value_of(database, sql)); };
    CHECK(text_of("percent(1, 8)") == "12.5");
    CHECK(is_null(value_of(database, "percent(1, 0)")));
    CHECK(text_of("growth(200, 300)") == "50");
    CHECK(is_null(value_of(database, "growth(0, 300)")));
    CHECK(is_null(value_of(database, "growth(NULL, 300)")));
    CHECK(text_of("year('2026-04-07/2026-04-08')") == "2026");
    CHECK(text_of("quarter('2026-08-31', -1)") == "2026-Q2");
    CHECK(text_of("quarter('2026-01', -5)") == "2024-Q4");
    CHECK(text_of("quarter('2026-Q1')") == "2026-Q1");
    CHECK(text_of("month('2026-01-31', 1)") == "2026-02");
    CHECK(is_null(value_of(database, "month('2026')")));
    CHECK(text_of("week('2021-01-03')") == "2020-W53");
    CHECK(text_of("week('2020-W53', 1)") == "2021-W01");
    CHECK(text_of("week('2021-01-04', -54)") == "2019-W52");
    CHECK(is_null(value_of(database, "week('2026-04')")));
    CHECK(text_of("year('2021-W01')") == "2021");
    CHECK(text_of("month('2021-W01')") == "2021-01");  // of its Thursday
    CHECK(text_of("quarter('2020-W14')") == "2020-Q2");
    CHECK(text_of("(SELECT median(commits) FROM activity)") == "7.5");
    CHECK(is_null(value_of(database, "(SELECT median(commits) FROM activity WHERE 0)")));
    const auto packed = value_of(database, "SELECT series(month, commits) FROM activity WHERE project = 'a'");
    using Points = std::vector<SeriesPoint>;
    CHECK(as_series(packed) == Points{{Cell(std::string("2026-01")), 10}, {Cell(std::string("2026-02")), {}}});
    CHECK(as_series(value_of(database, "series(x, y) FROM (SELECT 10 AS x, 1 AS y UNION ALL SELECT 9, 2.5)")) ==
          Points{{Cell(9.0), 2.5}, {Cell(10.0), 1}});
    CHECK(as_series(value_of(database, "series(x, y) FROM (SELECT 'a \"b\", [c]' AS x, 1 AS y)")) ==
          Points{{Cell(std::string("a \"b\", [c]")), 1}});
    for (const char* text : {"[text]", "[[text]]", "[[1,2,3]]", "[[]]", "[[true,1]]", "[[1,\"2\"]]"})
        CHECK(as_series(Cell(std::string(text))).empty());
}

TEST_CASE("functions refuse arguments of another type", "[data][sql][diag]") {
    const World world;
    const auto database = world.open();
    CHECK_THAT(fault_of(database, "SELECT percent('x', 2)").message, ContainsSubstring("“x”"));
    CHECK(pointed_at(fault_of(database, "SELECT 1, quarter('soon')")) == "quarter");
    CHECK(fault_of(database, "SELECT month('2026-02-30')").code == data::code::sql_error);
    CHECK(fault_of(database, "SELECT median(project) FROM activity").code == data::code::sql_error);
    for (const std::string name : {"sum", "total", "avg"}) {
        const auto fault = fault_of(database, "SELECT " + name + "(v) FROM (SELECT 1 AS v UNION ALL SELECT '12k')");
        CHECK(fault.message == name + "() adds numbers, and “12k” is a text");
        CHECK(pointed_at(fault) == name);
    }
}

TEST_CASE("sums are those of SQLite: whole numbers exactly, texts that are numbers, NULL, windows", "[data][sql]") {
    const World world;
    const auto database = world.open();
    const auto one = [&](const std::string& sql) { return data::as_text(value_of(database, "(SELECT " + sql + ")")); };
    const std::string of = " FROM (SELECT 9007199254740993 AS v UNION ALL SELECT '2' UNION ALL SELECT NULL)";
    CHECK(one("sum(v)" + of) == "9007199254740995");
    CHECK(one("avg(v) FROM (SELECT 1 AS v UNION ALL SELECT '2' UNION ALL SELECT NULL)") == "1.5");
    CHECK(one("count(*) || sum(DISTINCT v) FROM (SELECT 1 AS v UNION ALL SELECT 1 UNION ALL SELECT 2)") == "33");
    CHECK(one("sum(v) FROM (SELECT 0.1 AS v UNION ALL SELECT 1e16 UNION ALL SELECT -1e16)") == "0.1");
    CHECK(is_null(value_of(database, "(SELECT sum(v) FROM (SELECT 1 AS v) WHERE 0)")));
    CHECK(is_null(value_of(database, "(SELECT avg(NULL))")));
    CHECK(one("total(v) FROM (SELECT 1 AS v) WHERE 0") == "0");
    CHECK(one("group_concat(s) FROM (SELECT sum(v) OVER (ORDER BY v ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s "
              "FROM (SELECT 1 AS v UNION ALL SELECT 2 UNION ALL SELECT 3.5))") == "1,3,5.5");
    CHECK_THAT(fault_of(database, "SELECT sum(v) FROM (SELECT 9223372036854775807 AS v UNION ALL SELECT 1)").message,
               ContainsSubstring("beyond 2^63"));
}

TEST_CASE("a query only reads, and reads the same on every run", "[data][sql][diag]") {
    const World world;
    const auto database = world.open();
    for (const auto* sql : {"INSERT INTO activity VALUES ('a', 'b', 1, 1)",
                            "DELETE FROM facts",
                            "DROP TABLE activity",
                            "ATTACH 'x.db' AS x",
                            "PRAGMA table_info(activity)",
                            "VACUUM INTO 'x.db'",
                            "EXPLAIN SELECT 1",
                            "WITH t AS (SELECT 1) INSERT INTO activity SELECT 1, 2, 3, 4",
                            "SELECT * FROM sqlite_master",
                            "SELECT * FROM sqlite_schema",
                            "SELECT * FROM pragma_table_info('activity')",
                            "SELECT load_extension('x')",
                            "SELECT random()",
                            "SELECT hex(randomblob(4))",
                            "SELECT current_timestamp",
                            "SELECT current_date",
                            "SELECT date('now')",
                            "SELECT datetime('now', '-1 day')",
                            "SELECT strftime('%Y', 'now')",
                            "SELECT julianday('now') - 1",
                            "SELECT date()",
                            "SELECT unixepoch()",
                            "SELECT * FROM _facts",
                            "SELECT _record(1, 1)",
                            "SELECT 1; SELECT 2",
                            "SELECT {{ paris }}",
                            "SELECT sqlite_version()",
                            "SELECT last_insert_rowid()"}) {
        CAPTURE(sql);
        CHECK(fault_of(database, sql).code == data::code::sql_not_allowed);
    }
    CHECK_THAT(fault_of(database, "SELECT * FROM pragma_table_info('activity')").message,
               ContainsSubstring("SQLite's own tables"));
    CHECK_FALSE(fault_of(database, "SELECT readfile('x')").remedy.empty());
    CHECK(pointed_at(fault_of(database, "SELECT 1, random()")) == "random");
    CHECK(pointed_at(fault_of(database, "SELECT date('now')")) == "'now'");
    CHECK(pointed_at(fault_of(database, "SELECT 1; DROP TABLE activity")) == "DROP TABLE activity");
    CHECK(pointed_at(fault_of(database, "SELECT {{ paris }} + 1")) == "{{ paris }}");
    CHECK(as_text(value_of(database, "date('2026-04-20', '+1 month')")) == "2026-05-20");
    CHECK(value_of(database, "SELECT count(*) FROM activity") == Cell(std::int64_t{3}));
}

TEST_CASE("a mistyped name is reported at its place, with the nearest", "[data][sql][diag]") {
    const World world;
    const auto database = world.open();
    const auto column = fault_of(database, "SELECT project, comits FROM activity");
    CHECK(column.code == data::code::sql_error);
    CHECK(pointed_at(column) == "comits");
    CHECK(column.remedy == "did you mean “commits”?");
    const auto table = fault_of(database, "SELECT project FROM activty");
    CHECK(pointed_at(table) == "activty");
    CHECK(table.remedy == "did you mean “activity”?");
    const auto function = fault_of(database, "SELECT persent(1, 2)");
    CHECK(pointed_at(function) == "persent");
    CHECK(function.remedy == "did you mean “percent”?");
    const auto bare = fault_of(database, "comits + 1");
    CHECK(pointed_at(bare) == "comits");
    const auto quoted = fault_of(database, "SELECT project FROM activity WHERE project = \"a\"");
    CHECK(pointed_at(quoted) == "\"a\"");
    CHECK_THAT(quoted.remedy, ContainsSubstring("'a'"));
    const auto parameter = fault_of(database, "SELECT :dat", {{"date", std::string("2026")}});
    CHECK(pointed_at(parameter) == ":dat");
    CHECK(parameter.remedy == "did you mean “:date”?");
    CHECK(pointed_at(fault_of(database, "SELECT FROM activity")) == "FROM");
    CHECK(fault_of(database, "SELECT (1").code == data::code::sql_error);
    CHECK(fault_of(database, "  -- nothing\n").code == data::code::sql_error);
    CHECK(fault_of(database, "SELECT 'nobody' AS source").code == diag::code::unknown_source);
}

TEST_CASE("places inside a block scalar lead back to the file", "[data][sql][diag]") {
    const World world;
    const auto database = world.open();
    const std::string file = "query: |\n    SELECT project,\n      comits\n    FROM activity\n";
    diag::Text sql;
    sql.text = "SELECT project,\n  comits\nFROM activity\n";
    sql.span = {std::make_shared<const diag::SourceText>("b.yaml", file), 7, file.size()};
    sql.pieces = {{0, 13}, {16, 33}, {25, 46}};
    const auto result = database.query(sql, {});
    REQUIRE_FALSE(result.ok());
    const auto span = result.diagnostics().front().span;
    CHECK(file.substr(span.begin, span.end - span.begin) == "comits");
    CHECK(span.source->place(span.begin).line == 3);
}

TEST_CASE("a query that would not end, or grows without bounds, is stopped", "[data][sql][diag]") {
    const World world;
    auto database = world.open();
    database.set_step_limit(1'000'000);
    CHECK(fault_of(database, "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n")
              .code == data::code::sql_too_long);
    CHECK(fault_of(database, "SELECT length(replace(hex(zeroblob(4000000)), '0', '0000'))").code ==
          data::code::sql_too_long);
    CHECK(value_of(database, "SELECT count(*) FROM activity") == Cell(std::int64_t{3}));
}

TEST_CASE("one value is one row of one column", "[data][sql][diag]") {
    const World world;
    const auto database = world.open();
    CHECK(database.query_value(text("SELECT max(commits) FROM activity"), {}).ok());
    for (const auto* sql : {"SELECT project FROM activity", "SELECT 1, 2", "SELECT 1 WHERE 0"}) {
        const auto result = database.query_value(text(sql), {});
        REQUIRE_FALSE(result.ok());
        CHECK(result.diagnostics().front().code == diag::code::not_one_value);
    }
}

TEST_CASE("values that ask for themselves end in a diagnostic", "[data][sql][diag]") {
    const World world;
    auto database = world.open();
    std::vector<diag::Code> codes;
    database.set_lookup([&](std::string_view) {
        const auto result = database.query(text("SELECT value('again')"), {});
        LookedUp answer;
        if (!result.ok()) {
            codes.push_back(result.diagnostics().front().code);
            answer.failure = result.diagnostics().front().message;
        }
        return answer;
    });
    CHECK_FALSE(database.query(text("SELECT value('again')"), {}).ok());
    REQUIRE_FALSE(codes.empty());
    CHECK(codes.front() == diag::code::value_cycle);
}

TEST_CASE("a faulty query of a table is reported where the model writes it", "[data][sql][diag]") {
    World world;
    world.model.tables.back().query = text("SELECT project, sum(comits) AS total FROM activity GROUP BY project");
    const auto opened = Database::open(world.model, world.folder.path());
    REQUIRE_FALSE(opened.ok());
    CHECK(pointed_at(opened.diagnostics().front()) == "comits");
    world.model.tables.back().query = text("SELECT project, sum(commits) FROM activity GROUP BY project");
    CHECK(Database::open(world.model, world.folder.path()).diagnostics().front().code == diag::code::bad_slug);
    world.model.tables.back().query = text("SELECT project FROM activity WHERE month = :date");
    CHECK(Database::open(world.model, world.folder.path()).diagnostics().front().code == data::code::sql_not_allowed);
    world.model.tables.back().query = text("SELECT project FROM totals");
    CHECK(Database::open(world.model, world.folder.path()).diagnostics().front().code == data::code::sql_error);
}

TEST_CASE("a division in a table's own query that drops a remainder is an error at its place", "[data][query]") {
    World world;
    TableRecord parts;
    parts.name = "parts";
    parts.query = text("SELECT project, commits / 4 AS part FROM activity");
    world.model.tables.push_back(parts);
    {
        const auto database = world.open();
        const auto fault = fault_of(database, "SELECT project, part FROM parts");
        CHECK(fault.code == data::code::sql_error);
        CHECK(pointed_at(fault) == "/");
    }
    // A view of more rows than a result may have, of which the query takes one number.
    world.model.tables.back().query = text(
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 1500000) SELECT n, 1.0 * n / 2 AS half, "
        "n AS "
        "also FROM c");
    {
        const auto database = world.open();
        const auto rows = database.query(text("SELECT max(half) FROM parts"), {});
        CHECK(rows.ok());
    }
    world.model.tables.back().query = text("SELECT project, 1.0 * commits / 4 AS part FROM activity");
    const auto database = world.open();
    CHECK(database.query(text("SELECT project, part FROM parts"), {}).ok());
}

TEST_CASE("a division of whole numbers that drops a remainder is an error", "[data][query]") {
    const World world;
    const auto database = world.open();
    for (const auto* sql :
         {"7 / 2", "SELECT project, sum(commits) / 4 AS part FROM activity GROUP BY project",
          "SELECT 1 FROM activity WHERE commits / 4 = 2", "100 * commits / 15 FROM activity LIMIT 1"}) {
        CAPTURE(sql);
        const auto fault = fault_of(database, sql);
        CHECK(fault.code == data::code::sql_error);
        CHECK(pointed_at(fault) == "/");
    }
    for (const auto* sql : {"6 / 2", "7 / 2.0", "1.0 * 7 / 2", "CAST(7 / 2 AS INTEGER)", "percent(1, 3)", "'7 / 2'",
                            "7 /* a / b */ + 2", "SELECT share / 2 FROM activity LIMIT 1", "NULL / 2"}) {
        CAPTURE(sql);
        CHECK(database.query(text(sql), {}).ok());
    }
}
