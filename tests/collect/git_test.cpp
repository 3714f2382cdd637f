// `precis collect git` on repositories that are made here, and on one with a full history, where one is at hand.
#include <filesystem>
#include <sstream>

#include "clones.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kTables{"project-activity.csv", "project-releases.csv", "project-snapshots.csv"};

bool has(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

struct Work {
    Folder folder{"collect"};

    void list(const std::string& projects, const std::string& more = {}) const {
        folder.write("repos.yaml", "repositories: 1\n" + more + "projects:\n" + projects);
    }
    [[nodiscard]] Ran collect(const std::string& out, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{precis_program(), "collect", "git", "repos.yaml", "-o", out};
        words.insert(words.end(), more.begin(), more.end());
        return run(words, folder.path());
    }
    [[nodiscard]] std::string table(const std::string& out, const std::string& name) const {
        return read_file(folder / (out + "/" + name));
    }
    /// The tables and the state are those of a run that reads all again.
    void same_as_from_scratch(const std::string& out) const {
        const auto ran = collect("scratch", {"--force"});
        REQUIRE(ran.exit_code == 0);
        for (const auto& name : kTables) {
            INFO(name);
            CHECK(table(out, name) == table("scratch", name));
        }
        CHECK(table(out, "collect-state.json") == table("scratch", "collect-state.json"));
    }
};

const std::string kAlpha = "  - {project: Alpha, clone: alpha, repository: example/alpha}\n";
const std::string kBeta = "  - {project: Beta, clone: beta}\n";

/// Four months with a silent one, a bot, an alias, a merge, and a commit late in an evening of another zone.
Repository alpha(const Work& work) {
    Repository alpha(work.folder / "alpha");
    alpha.write(".mailmap", "Person One <one@example.org> <first@elsewhere.example.org>\n");
    alpha.commit(kOne, "2026-01-31T23:30:00-0200");                // 1 February in UTC
    alpha.annotated_tag("v0.1.0rc1", "2026-02-10T23:30:00-0500");  // a release is of the day where it was made
    alpha.commit({"P. One", "first@elsewhere.example.org"}, "2026-02-12T12:00:00+0000");
    alpha.commit(kBot, "2026-02-13T12:00:00+0000");
    alpha.tag("v0.1.0");
    alpha.git({"checkout", "-q", "-b", "side"});
    alpha.commit(kTwo, "2026-02-20T12:00:00+0000", "2026-04-01T12:00:00+0000");
    alpha.git({"checkout", "-q", "main"});
    alpha.commit(kOne, "2026-04-02T12:00:00+0000");
    alpha.git({"merge", "-q", "--no-ff", "-m", "joined", "side"},
              {{"GIT_AUTHOR_DATE", "2026-05-01T01:00:00+0200"}, {"GIT_COMMITTER_DATE", "2026-05-03T12:00:00+0000"}});
    return alpha;
}

}  // namespace

TEST_CASE("months, authors and releases are counted by the definitions of the data", "[collect]") {
    const Work work;
    const auto repository = alpha(work);
    work.list(kAlpha);
    const auto ran = work.collect("data");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(has(ran.err, "Alpha: 6 commits read, 6 in all, until 2026-05-03"));
    CHECK(work.table("data", "project-activity.csv") ==
          "project,month,complete,commits,bot_commits,active_authors,new_authors,release_tags,prerelease_tags\n"
          "Alpha,2026-02,no,3,1,2,2,1,1\n"
          "Alpha,2026-03,yes,0,0,0,0,0,0\n"
          "Alpha,2026-04,yes,2,0,1,0,0,0\n"
          "Alpha,2026-05,no,0,0,0,0,0,0\n");
    CHECK(work.table("data", "project-releases.csv") ==
          "project,tag,date,prerelease\n"
          "Alpha,v0.1.0rc1,2026-02-10,yes\n"
          "Alpha,v0.1.0,2026-02-13,no\n");
    CHECK(work.table("data", "project-snapshots.csv") ==
          "project,repository,head_commit,first_commit_date,as_of,commits,authors,release_tags,prerelease_tags,note\n"
          "Alpha,example/alpha," +
              repository.head() + ",2026-02-01,2026-05-03,5,2,1,1,\n");
}

TEST_CASE("nothing personal is written, not even into the state", "[collect]") {
    const Work work;
    alpha(work);
    work.list(kAlpha);
    REQUIRE(work.collect("data").exit_code == 0);
    std::size_t files = 0;
    for (const auto& file : fs::directory_iterator(work.folder / "data")) {
        ++files;
        const auto text = read_file(file.path());
        for (const auto* word : {"Person", "@", "example.org", "Committer", "helper"}) {
            INFO(file.path() << " " << word);
            CHECK_FALSE(has(text, word));
        }
    }
    CHECK(files == 4);
}

TEST_CASE("a second run reads the new commits alone, and gives what one from scratch gives", "[collect]") {
    const Work work;
    const auto repository = alpha(work);
    work.list(kAlpha);
    REQUIRE(work.collect("data").exit_code == 0);
    CHECK(has(work.collect("data").err, "Alpha: 0 commits read, 6 in all"));
    work.same_as_from_scratch("data");

    repository.git({"checkout", "-q", "-b", "old", "HEAD~1"});
    repository.commit({"Person Three", "three@example.org"}, "2026-03-05T12:00:00+0000", "2026-06-01T12:00:00+0000");
    repository.git({"checkout", "-q", "main"});
    repository.git(
        {"merge", "-q", "--no-ff", "-m", "joined", "old"},
        {{"GIT_AUTHOR_DATE", "2026-06-02T12:00:00+0000"}, {"GIT_COMMITTER_DATE", "2026-06-02T12:00:00+0000"}});
    repository.tag("v0.2.0");
    CHECK(has(work.collect("data").err, "Alpha: 2 commits read, 8 in all, until 2026-06-02"));
    CHECK(has(work.table("data", "project-activity.csv"), "Alpha,2026-03,yes,1,0,1,1,0,0\n"));
    work.same_as_from_scratch("data");

    SECTION("after the history was rewritten") {
        repository.git({"reset", "-q", "--hard", "HEAD~1"});
        repository.commit(kTwo, "2026-07-01T12:00:00+0000");
        CHECK(has(work.collect("data").err, "Alpha: 7 commits read, 7 in all"));
    }
    SECTION("after an alias was added") {
        repository.write(".mailmap", "Person One <one@example.org> <two@example.org>\n");
        repository.commit(kOne, "2026-06-03T12:00:00+0000");
        CHECK(has(work.collect("data").err, "Alpha: 9 commits read, 9 in all"));
        CHECK(has(work.table("data", "project-snapshots.csv"), ",2026-06-03,8,3,"));  // one, first, three
    }
    SECTION("after a program was declared") {
        work.list(kAlpha, "bots: [three@example.org]\n");
        CHECK(has(work.collect("data").err, "Alpha: 8 commits read, 8 in all"));
        CHECK(has(work.table("data", "project-activity.csv"), "Alpha,2026-03,yes,0,1,0,0,0,0\n"));
    }
    SECTION("after the state was damaged") {
        work.folder.write("data/collect-state.json", "{\"precis-collect\": 1, \"projects\": {\"Alpha\": {}}}");
        const auto ran = work.collect("data");
        CHECK(ran.exit_code == 0);
        CHECK(has(ran.err, "[state_unreadable]"));
        CHECK(has(ran.err, "Alpha: 8 commits read, 8 in all"));
    }
    work.same_as_from_scratch("data");
}

TEST_CASE("a clone that ends early has no months after its end, and says so", "[collect]") {
    const Work work;
    alpha(work);
    const Repository beta(work.folder / "beta");
    beta.commit(kTwo, "2026-01-10T12:00:00+0000");
    beta.commit(kTwo, "2026-03-10T12:00:00+0000");
    work.list(kAlpha + kBeta);
    const auto ran = work.collect("data");
    CHECK(ran.exit_code == 0);
    CHECK(has(ran.err,
              "repos.yaml:4:28: warning: the last commit of “Beta” is of 2026-03-10, but another copy has some "
              "of May 2026; the months between are left out, as they are unknown [copy_ends_early]"));
    CHECK(has(work.table("data", "project-activity.csv"), "Beta,2026-03,no,1,0,1,0,,\n"));  // no tags: unknown
    CHECK_FALSE(has(work.table("data", "project-activity.csv"), "Beta,2026-04"));
    CHECK(has(work.table("data", "project-snapshots.csv"),
              ",2026-01-10,2026-03-10,2,1,,,the copy counted ends in March 2026: later activity is unknown; the copy "
              "counted holds no tags: releases unknown\n"));
    CHECK(has(work.table("data", "project-snapshots.csv"), ",2026-05-03,5,2,1,1,\n"));
}

TEST_CASE("of a shallow clone totals and new authors are left empty", "[collect]") {
    const Work work;
    const auto repository = alpha(work);
    repository.git(
        {"clone", "-q", "--depth", "2", "file://" + repository.folder().string(), (work.folder / "beta").string()});
    work.list(kBeta);
    const auto ran = work.collect("data");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(has(ran.err, "repos.yaml:3:28: warning: the clone of “Beta” is shallow"));
    CHECK(has(ran.err, "[history_cut]"));
    CHECK(has(ran.err, "git fetch --unshallow"));
    CHECK(has(work.table("data", "project-activity.csv"), "Beta,2026-04,yes,2,0,1,,"));
    CHECK(has(work.table("data", "project-snapshots.csv"), repository.head() + ",,2026-05-03,,,"));
    // The rest is fetched: all is counted, and what was cut is not taken for known.
    run({"git", "fetch", "-q", "--unshallow", "--tags"}, work.folder / "beta");
    const auto whole = work.collect("data");
    CHECK_FALSE(has(whole.err, "history_cut"));
    CHECK(has(work.table("data", "project-snapshots.csv"), ",2026-02-01,2026-05-03,5,2,1,1,"));
    work.same_as_from_scratch("data");
}

TEST_CASE("a commit dated after the end of its copy is of the last month", "[collect]") {
    const Work work;
    const Repository beta(work.folder / "beta");
    beta.commit(kOne, "2026-01-10T12:00:00+0000");
    beta.commit(kTwo, "2031-01-10T12:00:00+0000", "2026-02-10T12:00:00+0000");
    work.list(kBeta);
    REQUIRE(work.collect("data").exit_code == 0);
    CHECK(has(work.table("data", "project-activity.csv"), "Beta,2026-01,no,1,0,1,1,,\nBeta,2026-02,no,1,0,1,1,,\n"));
    beta.commit(kTwo, "2031-02-10T12:00:00+0000");
    REQUIRE(work.collect("data").exit_code == 0);
    CHECK(has(work.table("data", "project-activity.csv"), "Beta,2031-01,yes,1,0,1,1,,\n"));
    work.same_as_from_scratch("data");
}

TEST_CASE("faults of the list and of clones are found in one run, and nothing is written", "[collect]") {
    const Work work;
    alpha(work);
    const auto stops = [&](const std::string& projects, const std::vector<std::string>& words) {
        work.list(projects);
        const auto ran = work.collect("data");
        CHECK(ran.exit_code == 1);
        for (const auto& word : words) {
            INFO(ran.err);
            CHECK(has(ran.err, word));
        }
        CHECK_FALSE(fs::exists(work.folder / "data"));
    };
    stops("  - {project: Gone, clone: gone}\n  - {project: Alpha, clone: alpha, branch: mian}\n",
          {"repos.yaml:3:28: error: “Gone”: there is no clone", "name the folder of a clone",
           "repos.yaml:4:29: error: “Alpha”: the clone has no branch “mian”", "[clone_unreadable]"});
    stops(kAlpha + kAlpha, {"repos.yaml:4:15: error: the project “Alpha” is in the list twice", "[key_conflict]"});
    stops("  - {project: Alpha, clon: alpha}\n", {"[unknown_key]", "did you mean “clone”?"});
    const auto head = read_file(work.folder / "alpha/.git/refs/heads/main").substr(0, 40);
    fs::remove(work.folder / ("alpha/.git/objects/" + head.substr(0, 2) + "/" + head.substr(2)));
    stops(kAlpha, {"[clone_unreadable]"});
}

TEST_CASE("a model names the tables", "[collect]") {
    const Work work;
    alpha(work);
    work.list(kAlpha);
    REQUIRE(work.collect("data").exit_code == 0);
    work.folder.write("data/model.yaml",
                      "model: 1\nsources:\n  own: {title: Own count, publisher: own count, date: 2026-05-03}\ntables:\n"
                      "  activity:\n    file: project-activity.csv\n    source: own\n    key: [project, month]\n    "
                      "columns: {complete: boolean, month: month, \"*\": auto}\n");
    work.folder.write("precis.yaml", "precis: 1\n");
    work.folder.write("note.yaml",
                      "briefing: 1\ntitle: Note\ndate: 2026-05-03\noutputs:\n  report: {layout: research-note}\n"
                      "lead: Words.\n");
    const auto ran = run({precis_program(), "data", "note.yaml", "--format", "csv", "--sql",
                          "SELECT sum(commits) AS commits, sum(new_authors) AS fresh FROM activity WHERE NOT complete"},
                         work.folder.path());
    INFO(ran.err);
    CHECK(ran.out == "commits,fresh\r\n3,2\r\n");
}

TEST_CASE("the figures of the samples' data are those of clones with full histories", "[collect]") {
    struct Known {
        std::string project, folder, repository, head;
    };
    const std::vector<Known> known{
        {"Safetensors", "safetensors", "huggingface/safetensors", "24b0b2857fef49be734b9ab72ce97c09bb25f5b9"},
        {"Kubeflow Trainer", "trainer", "kubeflow/trainer", "8c0f5059bd51ec3ba6d6a6a7b2e1471de7bc13b3"}};
    for (const auto& [project, folder, repository, head] : known) {
        const auto clone = kept_outside("clones") / folder;
        if (!fs::exists(clone)) {
            WARN("there is no clone of " << project << " in " << clone.string()
                                         << ": the counts are NOT compared with those of data/");
            continue;
        }
        const Work work;
        work.list("  - {project: " + project + ", clone: '" + clone.string() + "', repository: " + repository +
                  ", branch: " + head + "}\n");
        REQUIRE(work.collect("data").exit_code == 0);
        const auto rows_of = [&project = project](const std::string& text) {
            constexpr std::size_t kCells = 9;  // the note after them has words of its own
            std::string rows;
            std::istringstream lines(text);
            for (std::string line; std::getline(lines, line);) {
                if (line.rfind(project + ",", 0) != 0) continue;
                std::size_t end = 0;
                for (std::size_t i = 0; i < kCells && end != std::string::npos; ++i) end = line.find(',', end + 1);
                rows += line.substr(0, end) + "\n";
            }
            return rows;
        };
        for (const auto& name : kTables) {
            INFO(project << " " << name);
            const auto expected = rows_of(read_file(fs::path(PRECIS_SOURCE_DIR) / "data" / name));
            CHECK_FALSE(expected.empty());
            CHECK(rows_of(work.table("data", name)) == expected);
        }
    }
}
