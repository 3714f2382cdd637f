// `precis diff` where the inputs of both editions are there: each planted cause is named, with the amount that it has.
#include <cmath>

#include "catch.h"
#include "git_project.h"
#include "schema_faults.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

/// What the planted changes are, whatever names the editions.
const std::vector<std::string> kPlanted{
    "share +33 points: 33 new period",
    "fallen +100 %: 9 new period, 1 revised value",
    "year +100 %: 12 new period, 1 revised value",
    "load \u221250 %: -2500 changed query",
    "thrice +50 %: 40 changed query",
    "landed \u221238 %: -20 source lost, 1 revised value",
    "stock +25 %: 5 revised value",
    "piers +14 %: 1 source replaced",
    "boats +10 %: 6 revised value",
    "tide +3.2 %: 10 source replaced",
    "guests qualifier: more than: revised value",
    "half added: added",
    "masts removed: removed",
};

void expect_sums(const json::Node& diff) {
    for (const auto& number : diff.find("numbers")->items) {
        if (number.find("steps")->items.empty()) continue;
        const auto [sum, change] = sums_of(number);
        INFO(text_of(number, "name"));
        CHECK(std::abs(sum - change) < 1e-9);
    }
}

}  // namespace

TEST_CASE("between two revisions each planted cause is named with its amount, and steps add up", "[editions][diff]") {
    const GitProject project;
    plant_changes(project);
    project.commit();
    const auto diff = project.diff({"v1", "HEAD"});
    CHECK(lines_of(diff) == kPlanted);
    expect_sums(diff);
    CHECK(text_of(diff, "not-divided").empty());
    CHECK(text_of(diff, "from-edition") == "v1");
    CHECK(texts(diff.find("sources-lost")) == std::vector<std::string>{"Log of the west pier"});

    const auto text = project.precis({"diff", "v1", "HEAD"}).out;
    CHECK_THAT(text, ContainsSubstring("from v1 (2026-05-02) to HEAD (2026-05-03)\n"));
    CHECK_THAT(text, ContainsSubstring("  landed: 50\u00a0boats \u2192 31\u00a0boats (\u221238 %)\n"
                                       "    \u221220 source lost, +1 revised value: it no longer rests on “west”; the "
                                       "rows of the table “landings” have changed\n"));
    CHECK_THAT(text, ContainsSubstring("  Rain that fell (fallen): 10\u00a0mm \u2192 20\u00a0mm (+100 %)\n"
                                       "    +9 new period, +1 revised value: "));
    const auto markdown = project.precis({"diff", "v1", "HEAD", "--format", "markdown"}).out;
    CHECK_THAT(markdown, ContainsSubstring("| load | 5,000\u00a0kg | **2,500\u00a0kg** | \u221250 % | "
                                           "\u22122,500 changed query: the table “loads” is declared otherwise |"));
    CHECK_FALSE(fs::exists(project.root / "out"));  // nothing is written
}

TEST_CASE("the JSON of a difference of each kind is what precis schema diff says", "[editions][diff]") {
    const GitProject project;
    REQUIRE(project.precis({"build"}).exit_code == 0);
    fs::copy(project.root / "out/note", project.root / "before", fs::copy_options::recursive);
    const auto faults_of = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "diff");
        words.insert(words.end(), {"--format", "json"});
        const auto ran = project.precis(words);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return schema_faults("diff", ran.out);
    };
    const std::vector<std::string> none;
    CHECK(faults_of({"v1"}) == none);  // nothing is different
    plant_changes(project);            // each cause, steps, sources that went, words, added and removed
    CHECK(faults_of({"v1"}) == none);
    REQUIRE(project.precis({"build", "--set", "stock=30"}).exit_code == 0);
    CHECK(faults_of({"before", "out/note"}) == none);  // two records, set for the build
    project.change("note.yaml", "  report: {", "  paper: {");
    CHECK(faults_of({"v1"}) == none);  // outputs that were added and removed
    fs::remove_all(project.root / ".git");
    CHECK(faults_of({"before", "out/note"}) == none);  // not divided

    auto wrong = project.precis({"diff", "before", "out/note", "--format", "json"}).out;
    wrong.replace(wrong.find("\"new period\""), 12, "\"weather\"");
    CHECK_FALSE(schema_faults("diff", wrong).empty());
}

TEST_CASE("a revision is compared with the project as it is, with a folder and with a record", "[editions][diff]") {
    const GitProject project("reports/harbour");
    plant_changes(project);
    CHECK(lines_of(project.diff({"HEAD"})) == kPlanted);
    CHECK(lines_of(project.diff({"HEAD", "note.yaml"})) == kPlanted);
    const auto built = project.precis({"build"});
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    CHECK(lines_of(project.diff({"v1", "out/note"})) == kPlanted);
    CHECK(lines_of(project.diff({"v1", "."})) == kPlanted);
    CHECK(text_of(project.diff({"v1", "."}), "to-edition") == ".");
    const auto back = project.diff({"out/note/edition.json", "v1"});
    CHECK(lines_of(back).at(0) == "share \u221233 points: -33 new period");
    expect_sums(back);
    CHECK(project.diff({"HEAD", "note.yaml", "--output", "report"}).find("numbers")->items.size() == kPlanted.size());
}

TEST_CASE("records alone are divided if their inputs are in the history, else that is said", "[editions][diff]") {
    const GitProject project;
    REQUIRE(project.precis({"build"}).exit_code == 0);
    fs::copy(project.root / "out/note", project.root / "before", fs::copy_options::recursive);
    plant_changes(project);
    project.write("data/unread.csv", "n\n1\n");  // the record does not have it
    project.change("data/model.yaml", "tables:\n",
                   "tables:\n  unread: {file: unread.csv, source: gauge, columns: {n: integer}}\n");
    REQUIRE(project.precis({"build"}).exit_code == 0);
    const auto divided = project.diff({"before", "out/note"});
    CHECK(lines_of(divided) == kPlanted);
    CHECK(text_of(divided, "not-divided").empty());

    fs::remove_all(project.root / ".git");
    const auto alone = project.diff({"before", "out/note"});
    // Hashes do not tell what rows are other ones, and nothing is guessed; a fact is one row, whose cause is known.
    CHECK(lines_of(alone) == std::vector<std::string>{
                                 "share +33 points: 33 new period",
                                 "fallen +100 %: new period changed data",
                                 "year +100 %: new period changed data",
                                 "load \u221250 %: changed query",
                                 "thrice +50 %: changed query",
                                 "landed \u221238 %: source lost changed data",
                                 "stock +25 %: changed data",
                                 "piers +14 %: 1 source replaced",
                                 "boats +10 %: 6 revised value",
                                 "tide +3.2 %: source replaced changed query changed data",
                                 "guests qualifier: more than: revised value",
                                 "half added: added",
                                 "masts removed: removed",
                             });
    for (const auto& number : alone.find("numbers")->items) {
        INFO(text_of(number, "name"));
        const auto why = text_of(number, "not-divided");
        const auto change = text_of(number, "change");
        const bool whole = change == "added" || change == "removed" || change.starts_with("qualifier");
        CHECK(why == (whole || !number.find("steps")->items.empty()
                          ? ""
                          : "the inputs of the edition of 2026-05-02 are not there"));
    }
    CHECK(text_of(alone, "not-divided") ==
          "changes of queries are not divided among their causes: of the edition of 2026-05-02 “data/days.csv”, "
          "“data/facts.csv”, “data/fixed.csv” and 5 other files are not in “" +
              project.root.filename().string() + "” as recorded, which is in no repository");
    const auto text = project.precis({"diff", "before", "out/note"}).out;
    CHECK_THAT(text, ContainsSubstring("    new period and changed data: rows are read up to another date; the rows "
                                       "of the table “days” have changed\n"
                                       "    not divided: the inputs of the edition of 2026-05-02 are not there\n"));
    CHECK_THAT(text, ContainsSubstring("Note: changes of queries are not divided among their causes: of the edition"));
    CHECK_THAT(project.precis({"diff", "before", "out/note", "--format", "markdown"}).out,
               ContainsSubstring("; not divided: the inputs of the edition of 2026-05-02 are not there |"));
}

TEST_CASE("records outside of the project are divided by the project around the current folder, or by --root",
          "[editions][diff]") {
    const GitProject project;
    const Folder out("outside"), elsewhere("elsewhere");
    const auto old = (out / "old/note").string(), now = (out / "now/note").string();
    REQUIRE(project.precis({"build", "-o", (out / "old").string()}).exit_code == 0);
    plant_changes(project);
    REQUIRE(project.precis({"build", "-o", (out / "now").string()}).exit_code == 0);
    CHECK(lines_of(project.diff({old, now})) == kPlanted);
    project.commit();
    project.change("data/fixed.csv", "15", "18");  // today's file is that of neither edition
    CHECK(lines_of(project.diff({old, now})) == kPlanted);

    const auto from_elsewhere = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {precis_program(), "diff", old, now, "--format", "json"});
        const auto ran = run(words, elsewhere.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return parsed(ran.out);
    };
    CHECK(lines_of(from_elsewhere({"--root", project.root.string()})) == kPlanted);
    const auto alone = from_elsewhere({});
    CHECK(lines_of(alone).at(1) == "fallen +100 %: new period changed data");
    CHECK_THAT(text_of(alone, "not-divided"),
               ContainsSubstring("of the edition of 2026-05-02 no project is found that has “note.yaml”; name it with "
                                 "--root; of the edition of 2026-05-03 no project"));

    // Of an edition that was never committed, what is not there is named.
    project.write("data/fixed.csv", "mm\n10\n17\n");
    REQUIRE(project.precis({"build", "-o", (out / "never").string()}).exit_code == 0);
    project.write("data/fixed.csv", "mm\n10\n15\n");
    const auto never = project.diff({old, (out / "never/note").string()});
    CHECK_THAT(
        text_of(never, "not-divided"),
        ContainsSubstring("of the edition of 2026-05-03 “data/fixed.csv” is neither in “" +
                          project.root.filename().string() + "” as recorded nor in the history of its repository"));
    CHECK(lines_of(never).at(0) == "share +33 points: 33 new period");
}

TEST_CASE("a query without a difference in the records has no cause that is made up", "[editions][diff]") {
    const GitProject project;
    REQUIRE(project.precis({"build"}).exit_code == 0);
    fs::copy(project.root / "out/note", project.root / "before", fs::copy_options::recursive);
    project.change("before/edition.json", "\"value\": \"5000\"", "\"value\": \"4000\"");
    const auto diff = project.diff({"before", "out/note"});
    CHECK(lines_of(diff) == std::vector<std::string>{"load +25 %: not known"});
    const auto& number = diff.find("numbers")->items.at(0);
    CHECK(texts(number.find("why")) == std::vector<std::string>{"nothing that the records have of it is different"});
    CHECK(text_of(number, "not-divided") == "its inputs give another value today than its edition printed");
}

TEST_CASE("a query that drops a source is a changed query; a row of its own is a lost source", "[editions][diff]") {
    const GitProject project;
    project.change("note.yaml", "SELECT sum(boats) FROM landings", "SELECT sum(kg) / 50.0 FROM loads");
    const auto diff = project.diff({"v1"});
    CHECK(lines_of(diff) == std::vector<std::string>{"landed +100 %: 50 changed query"});
}

TEST_CASE("a number without a value half-way has a step of two causes", "[editions][diff]") {
    const GitProject project;
    // The old query on the new file has no column of that name, and the new query none in the old file.
    project.write("data/fixed.csv", "depth\n30\n10\n");
    project.change("data/model.yaml", "fixed.csv, source: gauge, columns: {mm: number}",
                   "fixed.csv, source: gauge, columns: {depth: number}");
    project.change("data/model.yaml", "sum(mm) / 2.0", "sum(depth) / 2.0");
    project.change("note.yaml", "SELECT sum(mm) FROM fixed", "SELECT sum(depth) FROM fixed");
    const auto diff = project.diff({"v1"});
    CHECK(lines_of(diff) == std::vector<std::string>{"stock +100 %: 20 changed query revised value"});
}

TEST_CASE("facts that a query reads come and go by source, period or revision", "[editions][diff]") {
    const GitProject project;
    const auto query = [&](const std::string& sql) {
        project.change("note.yaml", "SELECT sum(mm) FROM fixed, unit: mm", sql);
    };
    query("\"SELECT sum(value) FROM facts WHERE measure = 'nets'\", unit: nets");
    project.change("data/facts.csv", "masts,Harbour",
                   "nets.a,East,nets,5,nets,2025,east,,\nnets.b,West,nets,7,nets,2025,other,,\n"
                   "nets.c,Town,nets,9,nets,2025,count,,\nmasts,Harbour");
    project.commit();
    project.git({"tag", "v2"});
    project.change("data/facts.csv", "nets.b,West,nets,7,nets,2025,other,,\n", "");  // no other fact is of this source
    project.change("data/facts.csv", "nets.a,East,nets,5,nets,2025,east", "nets.a,East,nets,6,nets,2025,east");
    project.change("data/facts.csv", "nets.c,", "nets.d,Town,nets,20,nets,2026,count,,\nnets.c,");  // of a new period
    const auto diff = project.diff({"v2"});
    CHECK(lines_of(diff) == std::vector<std::string>{"stock +67 %: -7 source lost, 20 new period, 1 revised value",
                                                     "nets.a +20 %: 1 revised value", "nets.d added: added",
                                                     "nets.b removed: removed"});
    expect_sums(diff);
}

TEST_CASE("what was set for a build is a cause of its own", "[editions][diff]") {
    const GitProject project;
    REQUIRE(project.precis({"build"}).exit_code == 0);
    fs::copy(project.root / "out/note", project.root / "before", fs::copy_options::recursive);
    project.change("data/facts.csv", "crews,40", "crews,41");
    project.write("data/fixed.csv", "mm\n10\n15\n");
    REQUIRE(project.precis({"build", "--set", "stock=30", "--force"}).exit_code == 0);
    CHECK(lines_of(project.diff({"before", "out/note"})) ==
          std::vector<std::string>{"stock +50 %: 5 revised value, 5 set for the build", "crews +2.5 %: 1 revised value",
                                   "thrice +2.5 %: 2 revised value"});
}

TEST_CASE("of a briefing with an edition for each row one is compared", "[editions][diff]") {
    const GitProject project;
    project.change("note.yaml", "values:\n",
                   "for-each: SELECT DISTINCT pier AS folder, pier AS name FROM months ORDER BY pier\nvalues:\n");
    project.change("note.yaml", "SELECT sum(n) FROM months", "SELECT sum(n) FROM months WHERE pier = :name");
    project.commit();
    REQUIRE(project.precis({"build"}).exit_code == 0);
    fs::copy(project.root / "out/note", project.root / "before", fs::copy_options::recursive);
    project.write("data/months.csv", "pier,month,n\na,2026-03,5\na,2026-04,7\nb,2026-03,2\nb,2026-04,4\n");
    REQUIRE(project.precis({"build"}).exit_code == 0);
    CHECK(lines_of(project.diff({"HEAD", "note.yaml", "--edition", "a"})) ==
          std::vector<std::string>{"year +9.1 %: 1 revised value"});
    CHECK(lines_of(project.diff({"before/b", "out/note/b"})) == std::vector<std::string>{"year +200 %: 4 new period"});
    const auto none = project.precis({"diff", "HEAD", "note.yaml"});
    CHECK(none.exit_code == 1);
    CHECK_THAT(none.err, ContainsSubstring("“note.yaml” has an edition for each of 2 rows, and none of them is named"));
    CHECK_THAT(none.err, ContainsSubstring("name one: --edition a"));
}

TEST_CASE("what a person can act on is said of each fault", "[editions][diff]") {
    const GitProject project;
    const auto says = [&](std::vector<std::string> words, const std::string& message, const std::string& remedy) {
        words.insert(words.begin(), "diff");
        const auto ran = project.precis(words);
        CHECK(ran.exit_code == 1);
        CHECK_THAT(ran.err, ContainsSubstring(message));
        CHECK_THAT(ran.err, ContainsSubstring(remedy));
    };
    says({"v2", "HEAD"}, "“v2” is neither a file or folder nor a revision of the repository [no_revision]",
         "did you mean “v1”?");
    says({"v1", "HEAD", "other.yaml"}, "there is no briefing “other.yaml” in v1 [file_not_found]",
         "there are: note.yaml");
    says({"v1", "HEAD", "--output", "deck"}, "“note.yaml” has no output that is asked for [unknown_name]",
         "precis status lists its outputs");
    project.change("note.yaml", "SELECT sum(mm) FROM days", "SELECT sum(mm) FROM dais");
    says({"v1"}, "note.yaml:8:39: error: there is no table “dais” in the data model (in the working tree) [sql_error]",
         "did you mean “days”?");
    project.change("precis.yaml", "briefings: note.yaml", "briefings: \"*.yaml\"");
    project.write("second.yaml", "briefing: 1\ntitle: Second\n");
    says({"v1", "HEAD"}, "no briefing is named, and the project has 2: note.yaml and second.yaml",
         "write it last: precis diff v1 HEAD note.yaml");
    fs::remove_all(project.root / ".git");
    says({"v1", "HEAD"}, "“v1” is no file or folder, and no revision: “",
         "run precis diff in the project's repository");
}

TEST_CASE("a repository's own programs are not run", "[editions][diff]") {
    const GitProject project;
    const auto trap = project.repository / "trap";
    write_file(project.repository / "trap.sh", "#!/bin/sh\ntouch '" + trap.string() + "'\ncat\n");
    fs::permissions(project.repository / "trap.sh", fs::perms::owner_all);
    const auto program = (project.repository / "trap.sh").string();
    project.write(".gitattributes", "*.csv filter=trap diff=trap export-subst\n");
    project.commit();
    for (const char* key : {"filter.trap.smudge", "filter.trap.clean", "diff.trap.textconv", "core.fsmonitor",
                            "core.pager", "gpg.program", "diff.external"})
        project.git({"config", key, program});
    project.git({"config", "log.showSignature", "true"});
    for (const char* hook : {"post-checkout", "post-index-change", "reference-transaction"}) {
        fs::create_directories(project.repository / ".git/hooks");
        fs::copy_file(program, project.repository / ".git/hooks" / hook);
    }
    project.change("data/fixed.csv", "10\n10", "10\n15");
    CHECK(lines_of(project.diff({"v1"})) == std::vector<std::string>{"stock +25 %: 5 revised value"});
    CHECK_FALSE(fs::exists(trap));
}
