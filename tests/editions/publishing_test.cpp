// Whatever happens to a build, the folder has one whole edition: the last or the new one.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

#include "catch.h"
#include "project.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

pid_t started(const Project& project, const std::vector<std::string>& words) {
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (::chdir(project.folder.path().c_str()) != 0) ::_exit(127);
        ::setenv("PRECIS_DATA", PRECIS_SOURCE_DIR, 1);
        std::ignore = ::freopen("/dev/null", "w", stdout);
        std::ignore = ::freopen("/dev/null", "w", stderr);
        std::vector<std::string> all{precis_program()};
        all.insert(all.end(), words.begin(), words.end());
        std::vector<char*> arguments;
        for (auto& word : all) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    return child;
}

int ended(pid_t child) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// The hash of each file as the record has it is that of the file.
bool is_whole(const Project& project) {
    const auto record = parsed(read_file(project.out() / "edition.json"));
    for (const auto& target : record.find("targets")->items) {
        for (const auto& output : target.find("outputs")->items) {
            const auto file = project.out() / text_of(output, "path");
            if (run({"/usr/bin/sha256sum", file.string()}, "/").out.substr(0, 64) != text_of(output, "sha256"))
                return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("50 kills at random moments after an input was changed: all old or all new", "[editions][kills]") {
    const Project project;
    project.change("note.yaml", "    only-in: rows\n", "");  // two outputs and more have other bytes with each change
    project.built();
    std::set<std::string> seen{project.sums()};
    std::mt19937 random(20260831);
    const auto begin = std::chrono::steady_clock::now();
    project.built({"--force"});
    // About the time of a build. A busy machine changes its pace, so the moments follow what the last kill met.
    auto whole = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin);
    std::size_t old = 0, fresh = 0;
    for (int round = 0; round < 50; ++round) {
        const auto before = project.sums();
        project.change("data/days.csv", "2026-05-01," + std::to_string(4 + round),
                       "2026-05-01," + std::to_string(5 + round));
        const auto child = started(project, {"build"});
        std::this_thread::sleep_for(whole * std::uniform_real_distribution<>(0.0, 1.2)(random));
        ::kill(child, SIGKILL);
        const int code = ended(child);
        CHECK((code == 0 || code == 128 + SIGKILL));
        const auto after = project.sums();
        CHECK(is_whole(project));
        ++(after == before ? old : fresh);
        whole *= after == before ? 1.1 : 0.9;
        if (code == 0) CHECK(after != before);
    }
    CHECK(old + fresh == 50);
    CHECK(old > 0);
    CHECK(fresh > 0);
    project.built();
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(project.folder / "out"))
        names.push_back(entry.path().filename().string());
    CHECK(names == std::vector<std::string>{"note"});
    const auto sums = project.sums();
    project.built({"--force"});
    CHECK(project.sums() == sums);
}

TEST_CASE("a disk that is full and a folder that cannot be written end with 4, and the last edition stays",
          "[editions]") {
    const Project project;
    project.built();
    const auto sums = project.sums();
    project.change("data/facts.csv", "boats,62", "boats,63");
    SECTION("a limit of a file's size") {
        const auto ran = run({"/bin/sh", "-c", "ulimit -f 8; exec \"$0\" build", precis_program()},
                             project.folder.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        CHECK(ran.exit_code == 4);
        CHECK_THAT(ran.err, ContainsSubstring("could not be written: File too large"));
    }
    SECTION("a small disk") {
        // In a name space of mounts of its own, where that is allowed.
        const auto script =
            "mount -t tmpfs -o size=200k none out && cp -r kept/note out/ && dd if=/dev/zero of=out/fill bs=1k 2>"
            "/dev/null; \"$0\" build; code=$?; cd out/note && sha256sum * >&3; exit $code";
        fs::create_directory(project.folder / "kept");
        fs::rename(project.out(), project.folder / "kept/note");
        const auto ran =
            run({"/usr/bin/unshare", "-m", "/bin/sh", "-c", std::string(script) + " 3>sums", precis_program()},
                project.folder.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        fs::rename(project.folder / "kept/note", project.out());
        if (ran.err.find("unshare") == std::string::npos && ran.err.find("mount:") == std::string::npos) {
            CHECK(ran.exit_code == 4);
            CHECK_THAT(ran.err, ContainsSubstring("No space left on device"));
        }
    }
    SECTION("a folder in the place of a file") {
        fs::remove(project.out() / "text.pdf");
        fs::create_directory(project.out() / "text.pdf");
        const auto ran = project.precis({"build"});
        CHECK(ran.exit_code == 4);
        CHECK_THAT(ran.err, ContainsSubstring("text.pdf could not be written: Is a directory"));
        return;
    }
    CHECK(project.sums() == sums);
}

TEST_CASE("two builds at once leave one whole edition", "[editions]") {
    const Project project;
    project.built();
    for (int round = 0; round < 5; ++round) {
        project.change("data/days.csv", "2026-05-01," + std::to_string(4 + round),
                       "2026-05-01," + std::to_string(5 + round));
        const auto first = started(project, {"build"});
        const auto second = started(project, {"build", "--force"});
        CHECK(ended(first) == 0);
        CHECK(ended(second) == 0);
        CHECK(is_whole(project));
        CHECK(project.stale().empty());
    }
}

TEST_CASE("SOURCE_DATE_EPOCH that is no plausible second is refused by name", "[editions]") {
    const Project project;
    project.change("note.yaml", "date: 2026-08-31\n", "");
    for (const auto* text : {"abc", "-5", "1788220740000", "1.5", " 1788220740"}) {
        INFO(text);
        const auto ran = project.precis({"build"}, {{"SOURCE_DATE_EPOCH", text}});
        CHECK(ran.exit_code == 2);
        CHECK_THAT(ran.err, ContainsSubstring("precis: SOURCE_DATE_EPOCH is “" + std::string(text) +
                                              "”, which is not a "
                                              "number of seconds since 1970"));
        CHECK_FALSE(fs::exists(project.folder / "out"));
    }
    const auto empty = run({"/usr/bin/env", "SOURCE_DATE_EPOCH=", precis_program(), "build"}, project.folder.path(),
                           {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    CHECK(empty.exit_code == 2);
    CHECK_THAT(empty.err, ContainsSubstring("SOURCE_DATE_EPOCH is “”"));
    CHECK(project.precis({"build"}, {{"SOURCE_DATE_EPOCH", "1788220740"}}).exit_code == 0);
    CHECK(text_of(project.record(), "date") == "2026-08-31");
}
