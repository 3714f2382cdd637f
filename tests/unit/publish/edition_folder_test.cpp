// The files of an edition appear together or not at all, whenever a build dies, and two builds wait for each other.
#include "publish/edition_folder.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <map>
#include <thread>

#include "../../folder.h"
#include "catch.h"
#include "diag/codes.h"

using namespace precis;
namespace fs = std::filesystem;
using test::Folder;

namespace {

using Files = std::map<std::string, std::string>;

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Files files_of(const fs::path& folder) {
    Files found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) found[entry.path().lexically_relative(folder).string()] = content(entry.path());
    return found;
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<publish::File> edition(const fs::path& folder, const std::string& bytes) {
    std::vector<publish::File> files;
    for (const auto* name : {"a.pdf", "b.pptx", "edition.json"}) files.push_back({folder / name, bytes});
    return files;
}

Files all(const std::string& bytes) {
    return {{"a.pdf", bytes}, {"b.pptx", bytes}, {"edition.json", bytes}};
}

diag::Diagnostics published(const fs::path& folder, const std::vector<publish::File>& files,
                            const std::vector<std::string>& removed = {}) {
    diag::Diagnostics diagnostics;
    auto open = publish::EditionFolder::open(folder, 10).take(diagnostics);
    REQUIRE(open);
    diag::append(diagnostics, open->publish(files, removed));
    return diagnostics;
}

}  // namespace

TEST_CASE("an edition takes the place of the last, and what is not its own stays", "[publish]") {
    const Folder out;
    const auto folder = out / "note";
    CHECK(published(folder, edition(folder, "old")).empty());
    CHECK(files_of(folder) == all("old"));
    out.write("note/notes.txt", "mine");
    out.write("note/more/own.txt", "mine, too");
    fs::create_symlink("notes.txt", folder / "link");
    fs::permissions(folder, fs::perms::owner_all | fs::perms::group_read);
    CHECK(published(folder, edition(folder, "new"), {"b.pptx-not-there"}).empty());
    auto expected = all("new");
    expected["notes.txt"] = "mine";
    expected["more/own.txt"] = "mine, too";
    CHECK(fs::read_symlink(folder / "link") == "notes.txt");
    fs::remove(folder / "link");
    CHECK(files_of(folder) == expected);
    CHECK(fs::status(folder).permissions() == (fs::perms::owner_all | fs::perms::group_read));
    CHECK(names_in(out.path()) == std::vector<std::string>{"note"});

    CHECK(published(folder, {{folder / "edition.json", "newest"}}, {"a.pdf", "b.pptx"}).empty());
    CHECK(files_of(folder) == Files{{"edition.json", "newest"}, {"notes.txt", "mine"}, {"more/own.txt", "mine, too"}});
}

TEST_CASE("a folder behind a link keeps the link", "[publish]") {
    const Folder out;
    fs::create_directory(out / "there");
    fs::create_directory_symlink("there", out / "note");
    CHECK(published(out / "note", edition(out / "note", "new")).empty());
    CHECK(fs::is_symlink(out / "note"));
    CHECK(files_of(out / "there") == all("new"));
}

TEST_CASE("100 kills at random moments leave the old or the new edition, and the next build clears the rest",
          "[publish]") {
    const Folder out;
    const auto folder = out / "note";
    REQUIRE(published(folder, edition(folder, "0")).empty());
    out.write("note/more/own.txt", "mine");
    for (int round = 0; round < 100; ++round) {
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            for (int number = 1;; ++number) {
                diag::Diagnostics diagnostics;
                auto open = publish::EditionFolder::open(folder, 10).take(diagnostics);
                if (!open || !open->publish(edition(folder, std::to_string(number)), {}).empty()) ::_exit(1);
            }
        }
        std::this_thread::sleep_for(std::chrono::microseconds(500 + 211 * round));
        REQUIRE(::kill(child, SIGKILL) == 0);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        // At once, before any build clears up.
        const auto number = content(folder / "edition.json");
        CHECK(content(folder / "a.pdf") == number);
        CHECK(content(folder / "b.pptx") == number);
    }
    REQUIRE(published(folder, edition(folder, "last")).empty());
    auto expected = all("last");
    expected["more/own.txt"] = "mine";
    CHECK(files_of(folder) == expected);
    CHECK(names_in(out.path()) == std::vector<std::string>{"note"});
}

TEST_CASE("where folders cannot be exchanged, a build that died is finished by the next", "[publish]") {
    const Folder out;
    const auto folder = out / "note";
    REQUIRE(published(folder, edition(folder, "old")).empty());
    // As a build leaves it that died after all was staged inside the folder, and after the first file was moved.
    out.write("note/.precis-ready/b.pptx", "new");
    out.write("note/.precis-ready/.precis-removed-edition.json", "");
    out.write("note/a.pdf", "new");
    out.write("note/.precis-staged-abcdef/a.pdf", "half");
    {
        diag::Diagnostics diagnostics;
        const auto open = publish::EditionFolder::open(folder, 10).take(diagnostics);
        REQUIRE(open);
        CHECK(files_of(folder) == Files{{"a.pdf", "new"}, {"b.pptx", "new"}});
    }
    // From inside the folder: exchanged, the process would be in a folder that is gone.
    const auto before = fs::current_path();
    fs::current_path(folder);
    CHECK(published(folder, edition(folder, "inside"), {"not-there.pdf"}).empty());
    CHECK(fs::exists(fs::current_path() / "a.pdf"));
    fs::current_path(before);
    CHECK(files_of(folder) == all("inside"));
    CHECK(names_in(folder) == std::vector<std::string>{"a.pdf", "b.pptx", "edition.json"});
}

TEST_CASE("two builds of one folder wait for each other, and a dead one holds nobody up", "[publish]") {
    const Folder out;
    const auto folder = out / "note";
    diag::Diagnostics diagnostics;
    auto first = publish::EditionFolder::open(folder, 0).take(diagnostics);
    REQUIRE(first);
    int told = 0;
    const auto refused = publish::EditionFolder::open(folder, 0.2, [&] { ++told; });
    REQUIRE(refused.diagnostics().size() == 1);
    CHECK(refused.diagnostics()[0].code == diag::code::write_failed);
    CHECK(refused.diagnostics()[0].message == "another build is writing " + folder.string());
    CHECK(told == 1);
    CHECK(first->publish(edition(folder, "first"), {}).empty());
    CHECK_FALSE(publish::EditionFolder::open(folder, 0).ok());  // the folder that took its place is locked, too
    first.reset();
    CHECK(publish::EditionFolder::open(folder, 0).ok());

    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        diag::Diagnostics ignored;
        const auto open = publish::EditionFolder::open(folder, 0).take(ignored);
        ::raise(SIGKILL);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(publish::EditionFolder::open(folder, 0).ok());
}

TEST_CASE("a folder that was made for a build that wrote nothing is removed", "[publish]") {
    const Folder out;
    { CHECK(publish::EditionFolder::open(out / "a" / "b", 0).ok()); }
    CHECK(names_in(out.path()).empty());
}

TEST_CASE("a disk that is full leaves the last edition whole", "[publish]") {
    const Folder out;
    const auto folder = out / "note";
    REQUIRE(published(folder, edition(folder, "old")).empty());
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit most{1000, 1000};
        ::setrlimit(RLIMIT_FSIZE, &most);
        auto files = edition(folder, "new");
        files[1].bytes = std::string(2000, 'x');
        diag::Diagnostics diagnostics;
        auto open = publish::EditionFolder::open(folder, 0).take(diagnostics);
        const auto found = open ? open->publish(files, {}) : diag::Diagnostics();
        ::_exit(found.size() == 1 && found[0].code == diag::code::write_failed ? 7 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 7);
    CHECK(files_of(folder) == all("old"));
    CHECK(names_in(out.path()) == std::vector<std::string>{"note"});
}
