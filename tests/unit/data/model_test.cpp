#include "data/model.h"

#include "catch.h"
#include "data/codes.h"
#include "diag/codes.h"
#include "model_in_memory.h"
#include "yaml/codes.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

const std::string kSources =
    "model: 1\n"
    "sources:\n"
    "  note: {title: A note, date: 2026}\n"
    "  survey: {title: A survey, via: note, max-age: 12 months, authors: [\"White, Matt\", Joe Spisak]}\n";

struct Loaded {
    Folder folder;
    std::optional<Model> model;
    diag::Diagnostics diagnostics;

    void load(const std::string& yaml) {
        auto result = data::load(folder.write("data/model.yaml", yaml), folder.path());
        diagnostics = result.diagnostics();
        if (result.has_value()) model = std::move(result).value();
    }
    /// The only fault.
    const diag::Diagnostic& fault() const {
        for (const auto& d : diagnostics) UNSCOPED_INFO(d.message);
        REQUIRE(diagnostics.size() == 1);
        return diagnostics[0];
    }
};

void check_fault(const std::string& yaml, diag::Code code, const std::string& at, const std::string& remedy) {
    Loaded loaded;
    loaded.folder.write("data/t.csv", "n\n1\n");
    loaded.folder.write("data/book.doc", "");
    loaded.folder.write("data/book.numbers", "");
    loaded.load(yaml);
    CAPTURE(yaml);
    CHECK(loaded.fault().code == code);
    CHECK(pointed_at(loaded.fault()) == at);
    CAPTURE(loaded.fault().remedy);
    CHECK_THAT(loaded.fault().remedy, ContainsSubstring(remedy));
}

const std::string kHeader = "id,subject,measure,value,qualifier,unit,period,status,n,low,high,source\n";

}  // namespace

TEST_CASE("sources are read in place and from a CSV alike", "[data][model]") {
    Loaded in_place;
    in_place.load(kSources);
    REQUIRE(in_place.diagnostics.empty());
    REQUIRE(in_place.model->sources.size() == 2);
    const auto& survey = in_place.model->sources[1];
    CHECK(survey.id == "survey");
    CHECK(survey.via == "note");
    CHECK(survey.authors == std::vector<std::string>{"White, Matt", "Joe Spisak"});

    Loaded from_csv;
    from_csv.folder.write("data/sources.csv",
                          "id,title,date,via,max_age,authors\nnote,A note,2026,,,\n"
                          "survey,A survey,,note,12 months,\"White, Matt; Joe Spisak\"\n");
    from_csv.load("model: 1\nsources: sources.csv\n");
    REQUIRE(from_csv.diagnostics.empty());
    auto other = from_csv.model->sources[1];
    other.span = survey.span;
    CHECK(other == survey);
}

TEST_CASE("facts are read from CSV, YAML, both, and in place", "[data][model]") {
    Loaded loaded;
    loaded.folder.write("data/a.csv", kHeader +
                                          "survey.n,Survey,sample,820,exactly,people,2026-03,,820,,,survey\n"
                                          "ci-cost,CI,cost,1500000.50,more than,USD per month,,,,,,note\n"
                                          "held.2025,Day,held,,,,2025-05,plan,,,,note\n");
    loaded.folder.write("data/b.yaml",
                        "share.2030:\n  subject: Edge\n  measure: share\n  value: 40\n  qualifier: between\n  low: 38\n"
                        "  high: 42\n  source: survey\n  status: forecast\n");
    loaded.load(kSources + "facts: [a.csv, b.yaml]\n");
    REQUIRE(loaded.diagnostics.empty());
    const auto& facts = loaded.model->facts;
    REQUIRE(facts.size() == 4);
    CHECK(facts[0].number == 820);
    CHECK(facts[0].n == 820);
    CHECK(facts[0].qualifier == Qualifier::exactly);
    CHECK(facts[1].qualifier == Qualifier::more_than);
    CHECK(facts[1].value == "1500000.50");
    CHECK(facts[1].decimals == 2);
    CHECK(pointed_at(diag::error(diag::code::bad_value, facts[2].span, {})).substr(0, 9) == "held.2025");
    CHECK_FALSE(facts[2].number);
    CHECK(facts[2].value.empty());
    CHECK(facts[2].status == Status::plan);
    CHECK(facts[3].qualifier == Qualifier::between);
    CHECK(facts[3].high == 42);

    Loaded in_place;
    in_place.load(kSources + "facts:\n  survey.n: {subject: S, measure: m, value: 820, source: survey}\n");
    CHECK(in_place.diagnostics.empty());
    CHECK(in_place.model->facts.at(0).number == 820);
}

TEST_CASE("columns that a model adds to facts are declared, typed and kept", "[data][model]") {
    Loaded loaded;
    loaded.folder.write("data/f.csv", "id,kind,rank,subject,measure,source\na,event,2,S,m,note\nb,,x,S,m,note\n");
    loaded.load(kSources + "facts: {file: f.csv, columns: {kind: text, rank: integer}}\n");
    CHECK(loaded.fault().code == data::code::cell_type);
    CHECK(pointed_at(loaded.fault()) == "x");
    CHECK(loaded.model->facts.at(0).extra == std::vector<std::string>{"event", "2"});

    Loaded undeclared;
    undeclared.folder.write("data/f.csv", "id,kind,subject,measure,source\na,event,S,m,note\n");
    undeclared.load(kSources + "facts: f.csv\n");
    CHECK(undeclared.fault().code == data::code::undeclared_column);
    CHECK(pointed_at(undeclared.fault()) == "kind");
}

TEST_CASE("every fault of a fact points at its cell", "[data][model][diag]") {
    struct Case {
        std::string row;
        diag::Code code;
        std::string at, remedy;
    };
    for (const auto& c :
         std::vector<Case>{{"a,S,m,1,more then,,,,,,,note", diag::code::bad_value, "more then", "“more than”"},
                           {"a,S,m,1,,,,plam,,,,note", diag::code::bad_value, "plam", "“plan”"},
                           {"a,S,m,1,,,2026-13,,,,,note", diag::code::bad_value, "2026-13", "2026-Q1"},
                           {"a,S,m,1,,,,,many,,,note", data::code::cell_type, "many", "leave it empty"},
                           {"a,S,m,\"1,500\",,,,,,,,note", data::code::cell_type, "\"1,500\"", "write 1500"},
                           {"a,S,m,1,between,,,,,1,,note", diag::code::missing_key, "between", "write both"},
                           {"a,S,m,1,between,,,,,3,1,note", diag::code::bad_value, "3", "swap"},
                           {"a,S,m,1,,,,,,,,surwey", diag::code::unknown_source, "surwey", "“survey”"},
                           {"A b,S,m,1,,,,,,,,note", diag::code::bad_slug, "A b", "lower-case"},
                           {"a,S,,1,,,,,,,,note", diag::code::missing_key, "", "name the quantity"},
                           {"a,S,m,1,,,,,,,,note\na,S,m,2,,,,,,,,note", diag::code::name_clash, "a", "rename"},
                           {"a,S,m,1", data::code::csv_syntax, "a,S,m,1", "quotes"}}) {
        CAPTURE(c.row);
        Loaded loaded;
        loaded.folder.write("data/f.csv", kHeader + c.row + "\n");
        loaded.load(kSources + "facts: f.csv\n");
        CHECK(loaded.fault().code == c.code);
        CHECK(pointed_at(loaded.fault()) == c.at);
        CHECK_THAT(loaded.fault().remedy, ContainsSubstring(c.remedy));
        CHECK(loaded.fault().span.source->name() == "data/f.csv");
    }
}

TEST_CASE("ten faults of a model are diagnostics in one run", "[data][model][diag]") {
    Loaded loaded;
    loaded.folder.write("data/f.csv", kHeader + "a,S,m,1,more then,,,plam,many,,,surwey\nB,S,m,1,,,,,,,,note\n");
    loaded.load(
        "model: 1\nsources:\n  note: {title: A note, via: nota}\n"
        "facts: f.csv\ntables:\n  T: {file: t.csv}\n  u: {file: missing.csv, source: note, columns: {n: intege}}\n"
        "surces: 1\n");
    CHECK(loaded.diagnostics.size() >= 10);
    for (const auto& d : loaded.diagnostics) {
        CHECK(d.span);
        CHECK_FALSE(d.message.empty());
    }
}

TEST_CASE("declarations of tables are checked", "[data][model][diag]") {
    const auto table = [](const std::string& text) { return kSources + "tables:\n  t: " + text + "\n"; };
    check_fault(table("{file: t.csv, source: nota, columns: {n: integer}}"), diag::code::unknown_source, "nota",
                "“note”");
    check_fault(table("{file: t.csv, columns: {n: integer}}"), diag::code::missing_key, "t", "add “source:”");
    check_fault(table("{file: t.csv, source: note, columns: {n: intger}}"), diag::code::bad_value, "intger",
                "“integer”");
    check_fault(table("{file: t.csv, source: note, columns: {n: integer}, key: m}"), diag::code::unknown_column, "m",
                "n");
    check_fault(table("{file: u.csv, source: note, columns: {n: integer}}"), diag::code::file_not_found, "u.csv",
                "“t.csv”");
    check_fault(table("{file: book.doc, source: note, columns: {n: integer}}"), diag::code::bad_value, "book.doc",
                ".xlsx");
    check_fault(table("{file: book.numbers, source: note, columns: {n: integer}}"), diag::code::bad_value,
                "book.numbers", "save it as .xlsx");
    check_fault(table("{file: t.csv, source: note, columns: {n: {type: currency}}}"), diag::code::missing_key, "n",
                "ISO 4217");
    check_fault(table("{file: t.csv, source: note, columns: {n: integer}, time: n}"), diag::code::unknown_column, "n",
                "");
    check_fault(table("{source: note}"), diag::code::missing_key, "t", "query");
    check_fault(kSources + "tables:\n  facts: {query: SELECT 1 AS n}\n", diag::code::name_clash, "facts", "another");
    check_fault(kSources + "tables:\n  my-table: {query: SELECT 1 AS n}\n", diag::code::bad_slug, "my-table",
                "underscores");
    check_fault("model: 2\n", diag::code::wrong_version, "2", "model: 1");
}

TEST_CASE("a row's date comes from `time:`, else from the key, else from its first date", "[data][model]") {
    const auto time_of = [](const std::string& more) {
        Loaded loaded;
        loaded.folder.write("data/t.csv", "n,begin,end\n1,2026-01,2026-02-01\n");
        loaded.load(kSources + "tables:\n  t: {file: t.csv, source: note, " + more + "}\n");
        REQUIRE(loaded.model);
        return loaded.model->tables.at(0).time;
    };
    CHECK(time_of("columns: {n: integer, begin: month, end: date}") == "begin");
    CHECK(time_of("columns: {n: integer, begin: month, end: date}, key: [n, end]") == "end");
    CHECK(time_of("columns: {n: integer, begin: month, end: date}, time: end") == "end");
    CHECK(time_of("columns: {n: integer}").empty());
}

TEST_CASE("sources are checked, and `via` must not lead in a circle", "[data][model][diag]") {
    check_fault("model: 1\nsources:\n  a: {title: A, via: bb}\n  b: {title: B}\n", diag::code::unknown_source, "bb",
                "“b”");
    check_fault("model: 1\nsources:\n  a: {title: A, date: soon}\n", diag::code::bad_value, "soon", "2026-04");
    check_fault("model: 1\nsources:\n  a: {title: A, max-age: a year}\n", diag::code::bad_value, "a year", "12 months");
    check_fault("model: 1\nsources:\n  a: {publisher: P}\n", diag::code::missing_key, "a", "title");
    check_fault("model: 1\nsources:\n  a: {title: A, publsher: P}\n", yaml::code::unknown_key, "publsher", "publisher");
    Loaded circle;
    circle.load("model: 1\nsources:\n  a: {title: A, via: b}\n  b: {title: B, via: a}\n");
    REQUIRE(circle.diagnostics.size() == 2);
    CHECK(circle.diagnostics[0].code == diag::code::bad_value);
}

TEST_CASE("no file outside the root is read, by no path and by no link", "[data][model][diag]") {
    const Folder outside;
    const auto secret = outside.write("secret.csv", kHeader + "a,S,m,1,,,,,,,,note\n");
    Loaded loaded;
    std::filesystem::create_directories(loaded.folder.path() / "data");
    std::filesystem::create_symlink(secret, loaded.folder.path() / "data" / "link.csv");
    std::filesystem::create_directory_symlink(outside.path(), loaded.folder.path() / "data" / "folder");
    const auto up = "../../" + outside.path().filename().string() + "/secret.csv";
    for (const auto& path : {std::string("link.csv"), std::string("folder/secret.csv"), up, secret.string()}) {
        CAPTURE(path);
        loaded.load(kSources + "facts: " + path + "\n");
        CHECK(loaded.fault().code == diag::code::file_outside_root);
        CHECK(pointed_at(loaded.fault()) == path);
        CHECK(loaded.model->facts.empty());
    }
    loaded.folder.write("shared/f.csv", kHeader + "a,S,m,1,,,,,,,,note\n");
    std::filesystem::create_symlink("../shared/f.csv", loaded.folder.path() / "data" / "inside.csv");
    loaded.load(kSources + "facts: inside.csv\n");
    CHECK(loaded.diagnostics.empty());
    loaded.load(kSources + "facts: ../shared/f.csv\n");
    CHECK(loaded.diagnostics.empty());
}

TEST_CASE("a key about the inside of a file is refused where the file has no such thing", "[data][model]") {
    const std::string table = kSources + "tables:\n  t: {file: t.csv, source: note, ";
    check_fault(table + "sheet: one}\n", diag::code::key_conflict, "one", "remove it");
    check_fault(table + "columns: {n: {type: integer, scale: 100}}}\n", diag::code::key_conflict, "n", "type: number");
    const std::string view = kSources + "tables:\n  t: {query: SELECT 1 AS n, ";
    check_fault(view + "delimiter: \";\"}\n", diag::code::key_conflict, "\";\"", "remove it");
    check_fault(view + "decimal: \",\"}\n", diag::code::key_conflict, "\",\"", "remove it");
}
