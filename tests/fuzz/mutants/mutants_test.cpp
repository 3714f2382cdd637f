// The program on files whose structure was changed: whatever they hold, it ends in time with files or with findings.
//
// A few in an ordinary run. PRECIS_MUTANTS=N makes N of them, from the seed PRECIS_MUTANT_SEED on (else from 1): a
// mutant depends on its own seed only, so that PRECIS_MUTANTS=1 makes one of them again; PRECIS_MUTANT_FOLDER keeps the
// projects in a folder, the last mutant among them, to look at it. PRECIS_MUTANT_MB is the memory that a run may take:
// more than the program's own bound where sanitizers add theirs.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "catch.h"
#include "program.h"
#include "projects.h"
#include "trial.h"

using namespace precis;
using namespace precis::mutants;
namespace fs = std::filesystem;

namespace {

constexpr long kOrdinary = 60;
constexpr std::size_t kBuildEach = 5;  // of five mutants one is built, four are checked
constexpr long kReport = 50;           // a line of progress after so many

long number_of(const char* variable, long otherwise) {
    const char* said = std::getenv(variable);
    return said == nullptr || *said == '\0' ? otherwise : std::strtol(said, nullptr, 10);
}

struct Worst {
    double value = 0;
    long seed = 0;
    void look_at(double other, long of) {
        if (other > value) *this = {other, of};
    }
};

struct Tally {
    std::map<int, long> exits;
    Worst seconds, megabytes;
    double all_seconds = 0, cpu_seconds = 0;
    long wrong = 0;
};

const Project& chosen(const std::vector<Project>& projects, Chance& chance) {
    std::size_t all = 0;
    for (const auto& project : projects) all += project.weight;
    auto at = chance.below(all);
    for (const auto& project : projects) {
        if (at < project.weight) return project;
        at -= project.weight;
    }
    return projects.back();
}

// The briefing that is read: the changed file itself if it is one.
fs::path briefing_for(const Project& project, const File& file, Chance& chance) {
    const auto& all = project.briefings;
    return std::find(all.begin(), all.end(), file.path) != all.end() ? file.path : chance.of(all);
}

class Mutants {
  public:
    explicit Mutants(const fs::path& folder)
        : out_(folder / "made"), projects_(copied_projects(folder / "projects")), pool_(pool_of(projects_)) {}

    void run(long seed) {
        Chance chance(static_cast<unsigned>(seed));
        const auto& project = chosen(projects_, chance);
        const auto& file = chance.of(project.files);
        const auto briefing = briefing_for(project, file, chance).string();
        test::write_file(file.path, changed(file, pool_, chance));
        fs::remove_all(out_);
        std::vector<std::string> words = {test::precis_program(), "check", briefing};
        if (static_cast<std::size_t>(seed) % kBuildEach == 0)
            words = {test::precis_program(), "build", briefing, "-j", "1", "-o", out_.string()};
        const auto ended = run_within(bounds_, words, project.folder);
        judge(ended, seed, words[1] + " " + briefing + ", changed: " + file.path.string());
        last_ = &file;
    }
    /// Puts back what the last mutant changed.
    void restore() {
        if (last_ != nullptr) test::write_file(last_->path, last_->bytes);
        last_ = nullptr;
    }
    const Tally& tally() const { return tally_; }

  private:
    void judge(const Ended& ended, long seed, const std::string& what) {
        ++tally_.exits[ended.in_time ? ended.exit_code : -1];
        tally_.seconds.look_at(ended.seconds, seed);
        tally_.megabytes.look_at(static_cast<double>(ended.peak_mb), seed);
        tally_.all_seconds += ended.seconds;
        tally_.cpu_seconds += ended.cpu_seconds;
        const auto wrong = wrong_with(ended, bounds_, out_);
        if (wrong.empty()) return;
        ++tally_.wrong;
        const auto tail = ended.err.size() > 6000 ? ended.err.substr(0, 6000) : ended.err;
        FAIL_CHECK("mutant " << seed << " (" << what << "): " << wrong << "\n" << tail);
    }

    fs::path out_;
    Bounds bounds_{20, number_of("PRECIS_MUTANT_MB", 1024)};
    std::vector<Project> projects_;
    Pool pool_;
    const File* last_ = nullptr;
    Tally tally_;
};

void print(const Tally& tally, long first, long last) {
    std::printf("mutants: seeds %ld to %ld, %ld wrong\n", first, last, tally.wrong);
    for (const auto& [code, count] : tally.exits) std::printf("mutants: exit %d: %ld\n", code, count);
    std::printf("mutants: %.0f s, %.0f s of CPU time, the slowest %.1f s (seed %ld)\n", tally.all_seconds,
                tally.cpu_seconds, tally.seconds.value, tally.seconds.seed);
    std::printf("mutants: at most %.0f MB (seed %ld)\n", tally.megabytes.value, tally.megabytes.seed);
}

}  // namespace

TEST_CASE("no change of a file's structure breaks the program", "[mutants]") {
    const test::Folder scratch("mutants");
    const char* kept = std::getenv("PRECIS_MUTANT_FOLDER");
    const fs::path folder = kept != nullptr && *kept != '\0' ? fs::absolute(kept) : scratch.path();
    Mutants mutants(folder);
    const auto count = number_of("PRECIS_MUTANTS", kOrdinary), first = number_of("PRECIS_MUTANT_SEED", 1);
    for (long seed = first; seed < first + count; ++seed) {
        mutants.restore();
        mutants.run(seed);
        if ((seed - first + 1) % kReport == 0) {
            std::printf("@+%ld\n", kReport);
            std::fflush(stdout);
        }
    }
    if (count != kOrdinary) print(mutants.tally(), first, first + count - 1);
    CHECK(mutants.tally().wrong == 0);
}

TEST_CASE("the projects that are changed are read without an error before", "[mutants]") {
    const test::Folder folder("mutants");
    for (const auto& project : copied_projects(folder.path())) {
        if (project.weight == 1) continue;  // those of tests/diag have faults
        for (const auto& briefing : project.briefings) {
            const auto ended = run_within({}, {test::precis_program(), "check", briefing.string()}, project.folder);
            INFO(briefing << "\n" << ended.err);
            CHECK(ended.exit_code == 0);
        }
    }
}

TEST_CASE("a seed makes the same mutant again", "[mutants]") {
    const test::Folder folder("mutants");
    const auto projects = copied_projects(folder.path());
    const auto pool = pool_of(projects);
    std::size_t changed_ones = 0, all = 0;
    for (const auto& project : projects) {
        for (const auto& file : project.files) {
            Chance one(static_cast<unsigned>(all)), other(static_cast<unsigned>(all));
            const auto first = changed(file, pool, one);
            CHECK((first == changed(file, pool, other)));
            changed_ones += first != file.bytes ? 1 : 0;
            ++all;
        }
    }
    CHECK(changed_ones * 10 > all * 9);
}

TEST_CASE("what must not be is seen", "[mutants]") {
    const test::Folder folder("trial");
    const auto said = [&](const std::string& does, const Bounds& bounds = {}) {
        const auto ended = run_within(bounds, {"/bin/sh", "-c", does}, folder.path());
        return wrong_with(ended, bounds, folder / "out");
    };
    CHECK(said("exit 0").empty());
    CHECK(said("echo a finding >&2; exit 1").empty());
    CHECK(said("echo a finding >&2; exit 3").empty());
    CHECK_FALSE(said("exit 1").empty());
    CHECK_FALSE(said("exit 2").empty());
    CHECK_FALSE(said("echo internal >&2; exit 4").empty());
    CHECK_FALSE(said("exit 5").empty());
    CHECK_FALSE(said("exit 99").empty());
    CHECK_FALSE(said("kill -SEGV $$").empty());
    CHECK_FALSE(said("echo 'a.cpp:1:1: runtime error: x' >&2; exit 1").empty());
    CHECK_FALSE(said("sleep 5", {0.2, 1024}).empty());
    CHECK_FALSE(said("exit 0", {20, 0}).empty());
    CHECK_FALSE(said("mkdir out; touch out/a.pdf; echo a finding >&2; exit 1").empty());
    CHECK(said("exit 0").empty());
}
