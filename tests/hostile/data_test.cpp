// Inputs of a few hundred kB that would take gigabytes: results of queries, keys of rows, values of trees.
#include "project.h"

using namespace precis::test;

namespace {

const std::vector<std::string> kCheck{"check", "b.yaml"};

}  // namespace

TEST_CASE("a query whose texts fill the memory is refused", "[hostile]") {
    const std::string many = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c LIMIT 2000) ";
    Project(many + "SELECT hex(zeroblob(8000000)) AS k, n AS v FROM c")
        .refuses(kCheck, "the query gives more than 268435456 bytes of text [sql_too_long]");
    Project(many + "SELECT group_concat(hex(zeroblob(500000))) OVER (ORDER BY n) AS k, n AS v FROM c")
        .refuses(kCheck, "[sql_too_long]");
    const auto raised = Project("SELECT k, v FROM t").run({"check", "b.yaml", "--limit", "query-cells=1"});
    CHECK(raised.exit_code == 1);
    CHECK(raised.err.find("raise it with --limit query-cells=2") != std::string::npos);
    CHECK(Project("SELECT k, v FROM t").run({"check", "b.yaml", "--limit", "query-cells=2"}).exit_code == 0);
    CHECK(Project().run({"check", "b.yaml", "--limit", "cells=2"}).exit_code == 2);
}

TEST_CASE("rows whose keys are all different are refused at the 2,001st", "[hostile]") {
    for (const std::string form : {"json", "jsonl", "yaml"}) {
        std::string rows;
        const auto add = [&](std::size_t count) {
            rows.clear();
            for (std::size_t i = 0; i < count; ++i) {
                const auto row = "{\"k" + std::to_string(i) + "\": 1}";
                rows += form == "json" ? (i == 0 ? "[" : ",") + row : form == "jsonl" ? row + "\n" : "- " + row + "\n";
            }
            if (form == "json") rows += "]";
        };
        INFO(form);
        add(20'000);
        Project project("SELECT k0 FROM t", form);
        project.write("data/t." + form, rows);
        project.refuses(kCheck, "the rows have more than 2000 keys");
        add(2'001);
        project.write("data/t." + form, rows);
        project.refuses(kCheck, "the rows have more than 2000 keys");
        add(50);
        project.write("data/t." + form, rows);
        const auto good = project.run(kCheck);
        INFO(good.err);
        CHECK(good.exit_code == 0);
    }
}

TEST_CASE("a JSON file of millions of values is refused before they fill the memory", "[hostile]") {
    Project project("SELECT 1 AS k FROM t", "json");
    project.write("data/t.json", "[" + repeated("null,", 7'000'000) + "null]");
    project.refuses(kCheck, "the file has more than 2000000 values");
    project.write("data/t.json", repeated("[", 100'000));
    project.refuses(kCheck, "[too_deep]");
    project.write("data/t.json", std::string("[{\"k\":\"one\"}]\0 rubbish", 22));
    project.refuses(kCheck, "a NUL byte, which is not text [json_syntax]");
    project.write("data/t.json", "[{\"k\": 1e999}]");
    project.refuses(kCheck, "this number is beyond 1.8e308 [json_syntax]");
}

TEST_CASE("times that depend on the machine's zone are refused", "[hostile]") {
    for (const std::string call : {"datetime('2026-01-01 12:00','localtime')", "strftime('%H', '2026-01-01', 'UTC')",
                                   "date((SELECT '2026-01-01'), 'localtime')"}) {
        INFO(call);
        Project("SELECT " + call + " AS k FROM t")
            .refuses(kCheck, "depends on the time zone of the machine [sql_not_allowed]");
    }
    const Project project("SELECT datetime('2026-01-01 12:00', 'local' || 'time') AS k, 'utc' AS v FROM t");
    const auto here =
        run({precis_program(), "data", "b.yaml", "--sql", "datetime('2026-01-01 12:00', 'local' || 'time')"},
            project.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}, {"TZ", "Asia/Tokyo"}});
    CHECK(here.out.find("2026-01-01 12:00:00") != std::string::npos);
    CHECK(project.run(kCheck).exit_code == 0);
}

TEST_CASE("a hundred thousand faults are told in seconds", "[hostile]") {
    Project project;
    std::string facts = "id,subject,measure,value,unit,period,source\n";
    for (int i = 0; i < 100'000; ++i) facts += "f" + std::to_string(i) + ".n,A,count,600,people,2026-04,nope\n";
    project.write("data/facts.csv", facts);
    project.write("data/model.yaml",
                  "model: 1\nsources:\n  s: {title: Numbers, publisher: The author, date: 2026-08}\nfacts: facts.csv\n"
                  "tables:\n  t: {file: t.csv, source: s}\n");
    project.refuses(kCheck, "more like these in this file");
    std::string keys;
    for (int i = 0; i < 10'000; ++i) keys += "titel" + std::to_string(i) + ": x\n";
    Project other;
    other.write("b.yaml", "briefing: 1\ntitle: Mini\ndate: 2026-08-31\n" + keys);
    other.refuses(kCheck, "[unknown_key]");
}

TEST_CASE("a chart of millions of places is refused before it is made", "[hostile]") {
    const auto chart = [](const std::string& keys, std::size_t rows, const std::string& query) {
        Project project;
        project.write(
            "b.yaml",
            "briefing: 1\ntitle: Mini\ndate: 2026-08-31\noutputs: {report: {layout: research-note}}\n"
            "sections:\n  - id: x\n    title: X\n    body: Text.\n    exhibits:\n      - {id: \"fig:t\", chart: " +
                keys + ", title: T, query: \"" + query + "\"}\n");
        std::string csv = "k,v\n";
        for (std::size_t i = 0; i < rows; ++i) csv += "a" + std::to_string(i) + "," + std::to_string(i) + "\n";
        project.write("data/t.csv", csv);
        return project.run(kCheck);
    };
    const auto diagonal = chart("line, x: k, y: v, series: s", 4'000, "SELECT k, v, k AS s FROM t");
    INFO(diagonal.err);
    CHECK(diagonal.err.find("the chart would have more than 2000000 places for values") != std::string::npos);
    CHECK(diagonal.err.find("[chart_too_large]") != std::string::npos);
    const auto series = chart("bar, x: v, y: s, series: k", 1'001, "SELECT k, v, 'one' AS s FROM t");
    INFO(series.err);
    CHECK(series.err.find("the chart would have more than 1000 series") != std::string::npos);
    CHECK(series.err.find("--limit chart-series=2000") != std::string::npos);
}

TEST_CASE("files of facts have a size that a run can hold", "[hostile]") {
    Project project;
    project.write("data/model.yaml",
                  "model: 1\nsources:\n  s: {title: Numbers, publisher: The author, date: 2026-08}\nfacts: facts.csv\n"
                  "tables:\n  t: {file: t.csv, source: s}\n");
    const std::string facts = "id,subject,measure,value,unit,period,source\nf.n,A,count,600,people,2026-04,s\n";
    project.write("data/facts.csv", facts);
    const auto size = std::to_string(facts.size()), less = std::to_string(facts.size() - 1);
    CHECK(project.run({"check", "b.yaml", "--limit", "record-bytes=" + size}).exit_code == 0);
    CHECK(project.run({"check", "b.yaml", "--limit", "record-bytes=" + less}).err.find("[file_too_large]") !=
          std::string::npos);
    Project tree("SELECT k FROM t", "json");
    tree.write("data/t.json", "[{\"k\": 1}]");
    CHECK(tree.run({"check", "b.yaml", "--limit", "json-bytes=10"}).exit_code == 0);
    CHECK(tree.run({"check", "b.yaml", "--limit", "json-bytes=9"}).err.find("[file_too_large]") != std::string::npos);
    CHECK(tree.run({"check", "b.yaml", "--limit", "json-values=3"}).exit_code == 0);
    CHECK(tree.run({"check", "b.yaml", "--limit", "json-values=2"}).err.find("json-values=4") != std::string::npos);
    CHECK(tree.run({"check", "b.yaml", "--limit", "table-cells=1"}).exit_code == 0);
}

TEST_CASE("heads of a million letters are refused", "[hostile]") {
    Project project;
    project.write("data/t.csv", "k," + std::string(600'000, 'v') + "\na,1\n");
    project.refuses(kCheck, "bytes together; at most 500000 are read [file_too_large]");
    project.write("data/t.csv", "k,v," + std::string(200'000, 'w') + "\na,1,2\n");
    CHECK(project.run({"check", "b.yaml"}).exit_code <= 1);
}

TEST_CASE("bytes that are no text are told at the query that makes them", "[hostile]") {
    Project("SELECT k || char(27) || '[2J' AS k, v FROM t")
        .refuses(kCheck,
                 "b.yaml:10:53: error: the query gives the character U+001B, which is not text, in its column “k”");
    Project("SELECT CAST(x'ff41' AS TEXT) AS k, v FROM t")
        .refuses(kCheck, "bytes that are not UTF-8 in its column “k” [not_utf8]");
    CHECK(Project("SELECT replace(k || char(27), char(27), '') || char(9) AS k, v FROM t").run(kCheck).exit_code == 0);
}
