// The samples with a source removed, a column renamed or a date moved back: each use of it is reported at its place.
#include <algorithm>
#include <regex>
#include <set>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kSource = PRECIS_SOURCE_DIR;

/// A copy of the samples and their data that tests may damage.
struct Project {
    Folder folder{"damaged"};
    Project() {
        for (const auto* name : {"data", "samples", "layouts", "precis.yaml", "audiences.yaml"})
            fs::copy(kSource / name, folder.path() / name, fs::copy_options::recursive);
    }
    fs::path file(const std::string& name) const { return folder.path() / name; }
    void replace(const std::string& name, const std::string& what, const std::string& with) const {
        auto text = read_file(file(name));
        const auto at = text.find(what);
        REQUIRE(at != std::string::npos);
        write_file(file(name), text.replace(at, what.size(), with));
    }
    Ran check(std::vector<std::string> more = {}) const {
        std::vector<std::string> words{precis_program(), "check"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words, folder.path(), {{"PRECIS_DATA", kSource.string()}, {"SOURCE_DATE_EPOCH", ""}});
    }
};

/// Places (file:line) of the findings of a code.
std::set<std::string> places(const std::string& text, const std::string& code) {
    std::set<std::string> found;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (line.find("[" + code + "]") == std::string::npos) continue;
        const auto first = line.find(':'), second = line.find(':', first + 1);
        found.insert(line.substr(0, second));
    }
    return found;
}

/// Lines (file:line) of a file that hold a text.
std::set<std::string> lines_with(const fs::path& file, const std::string& shown, const std::string& what) {
    std::set<std::string> found;
    std::istringstream in(read_file(file));
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.find(what) != std::string::npos) found.insert(shown + ":" + std::to_string(number));
    }
    return found;
}

}  // namespace

TEST_CASE("a source that is deleted makes each of its uses an error at its place", "[explain]") {
    static const std::regex kId("\n  ([a-z0-9-]+):\n    title:");
    const auto whole = read_file(kSource / "data" / "model.yaml");
    std::size_t deleted = 0;
    for (std::sregex_iterator at(whole.begin(), whole.end(), kId), end; at != end; ++at) {
        const auto id = (*at)[1].str();
        const auto begin = static_cast<std::size_t>(at->position()) + 1;
        const auto next = whole.find("\n\n", begin);
        INFO(id);
        const Project project;
        auto text = whole;
        write_file(project.file("data/model.yaml"), text.erase(begin, next + 1 - begin));
        const auto ran = project.check();
        auto wanted = lines_with(project.file("data/facts.csv"), "data/facts.csv", "," + id + ",");
        for (const auto* key : {"via: ", "source: "}) {
            const auto more = lines_with(project.file("data/model.yaml"), "data/model.yaml", key + id);
            wanted.insert(more.begin(), more.end());
        }
        for (const auto* sample :
             {"samples/conference-europe-2026/briefing.yaml", "samples/project-growth/briefing.yaml",
              "samples/foundation-2025/briefing.yaml", "samples/gallery/briefing.yaml"}) {
            const auto more = lines_with(project.file(sample), sample, "[@" + id + "]");
            wanted.insert(more.begin(), more.end());
        }
        CHECK(ran.exit_code == (wanted.empty() ? 0 : 1));
        if (wanted.empty()) continue;  // nothing uses this source
        const auto found = places(ran.err, "unknown_source");
        // Of more than five alike in a file the rest is counted, not shown.
        const bool folded = ran.err.find(" more ") != std::string::npos;
        const auto is_found = [&](const auto& place) { return found.count(place) > 0; };
        CHECK((folded ? std::any_of(wanted.begin(), wanted.end(), is_found)
                      : std::includes(found.begin(), found.end(), wanted.begin(), wanted.end())));
        ++deleted;
    }
    CHECK(deleted == 9);  // one of the ten is not cited by any sample
}

TEST_CASE("a column that is renamed is an error where it is read, with the nearest name", "[explain]") {
    const Project in_file;
    in_file.replace("data/project-activity.csv", "new_authors", "new_author");
    const auto file = in_file.check();
    CHECK(file.exit_code == 1);
    CHECK(places(file.err, "undeclared_column") == std::set<std::string>{"data/project-activity.csv:1"});
    CHECK_THAT(file.err, ContainsSubstring("did you mean “new_author”?"));

    const Project in_model;
    in_model.replace("data/model.yaml", "      new_authors: {type", "      newcomers: {type");
    in_model.replace("data/project-activity.csv", "new_authors", "newcomers");
    const auto model = in_model.check();
    CHECK(model.exit_code == 1);
    const auto found = places(model.err, "sql_error");
    CHECK(found.size() >= 5);
    for (const auto& line : lines_with(in_model.file("data/model.yaml"), "data/model.yaml", "sum(new_authors)"))
        CHECK(found.count(line) == 1);
}

TEST_CASE("a briefing dated back sees no data of later than its date, and says so", "[explain]") {
    const Project project;
    const auto ran = project.check({"samples/project-growth/briefing.yaml", "--date", "2026-03-15"});
    CHECK_THAT(ran.err, ContainsSubstring("later than the briefing (2026-03-15) by the column “month” and left out"));
    const auto count = [&](const std::string& date) {
        return run({precis_program(), "data", "samples/project-growth/briefing.yaml", "--date", date, "--format", "csv",
                    "--sql", "SELECT max(month), (SELECT max(quarter) FROM quarterly) AS quarter FROM activity"},
                   project.folder.path(), {{"PRECIS_DATA", kSource.string()}})
            .out;
    };
    CHECK_THAT(count("2026-03-15"), ContainsSubstring("2026-03,2026-Q1"));
    CHECK_THAT(count("2026-08-31"), ContainsSubstring("2026-08,2026-Q3"));
    const auto fact = project.check({"samples/conference-europe-2026/briefing.yaml", "--date", "2026-03-15"});
    CHECK(fact.exit_code == 1);
    CHECK_THAT(fact.err,
               ContainsSubstring(
                   "the fact “conf-eu-2026.attendance” dates from 2026-04-07/2026-04-08, later than the briefing"));
}

TEST_CASE("check --unused names what nothing uses, and nothing else", "[explain]") {
    const Project project;
    project.replace("samples/conference-europe-2026/briefing.yaml", "values:\n", "values:\n  idle: SELECT 1\n");
    const auto ran = project.check({"--unused"});
    CHECK(ran.exit_code == 0);
    CHECK_THAT(ran.err, ContainsSubstring("nothing shows or uses the value “idle”"));
    CHECK_THAT(ran.err, !ContainsSubstring("nothing uses the fact “survey-2026.stage3”"));
    CHECK(places(ran.err, "unused_value").size() >= 2);
    CHECK(places(project.check().err, "unused_value").size() == 1);  // a value of the briefing itself, always
}

TEST_CASE("a metric of the model is a value of every briefing, with its definition", "[explain]") {
    const Project project;
    write_file(project.file("data/model.yaml"),
               read_file(kSource / "data" / "model.yaml") +
                   "\nmetrics:\n  helion-pace:\n    definition: Commits of Helion a year, from 2025 to 2026\n"
                   "    query: cagr(100, 121, 2) + (SELECT commits FROM snapshots WHERE project = 'Helion')\n"
                   "    unit: commits per year\n");
    project.replace("samples/conference-europe-2026/briefing.yaml",
                    "A crowd at a conference says little about the code.",
                    "A crowd says little about the code; {{ helion-pace | 0dp }} is {{ helion-pace | detail }}.");
    const auto explained =
        run({precis_program(), "explain", "samples/conference-europe-2026/briefing.yaml", "helion-pace"},
            project.folder.path(), {{"PRECIS_DATA", kSource.string()}});
    INFO(explained.err);
    CHECK_THAT(explained.out, ContainsSubstring("Commits of Helion a year, from 2025 to 2026"));
    CHECK_THAT(explained.out, ContainsSubstring("snapshots (data/project-snapshots.csv)"));
    CHECK_THAT(explained.out, ContainsSubstring("2,258 is Commits of Helion a year"));
    const auto value = run({precis_program(), "data", "samples/conference-europe-2026/briefing.yaml", "--format", "csv",
                            "--sql", "round(value('helion-pace'))"},
                           project.folder.path(), {{"PRECIS_DATA", kSource.string()}});
    CHECK_THAT(value.out, ContainsSubstring("2258"));

    write_file(project.file("data/model.yaml"),
               read_file(kSource / "data" / "model.yaml") + "\nmetrics:\n  pace: {query: SELECT 1}\n");
    const auto undefined = project.check();
    CHECK_THAT(undefined.err, ContainsSubstring("definition"));
    CHECK(undefined.exit_code == 1);
}
