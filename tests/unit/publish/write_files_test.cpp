// Writing files all or none, and their hashes.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include "../../folder.h"
#include "catch.h"
#include "diag/codes.h"
#include "publish/publish.h"

using namespace precis;
namespace fs = std::filesystem;
using test::Folder;

namespace {

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("files are written into folders that are made, and nothing else stays", "[publish]") {
    const Folder folder;
    const std::vector<publish::File> files{{folder.path() / "a" / "b" / "one.pdf", "1"},
                                           {folder.path() / "two.pdf", "2"}};
    CHECK(publish::write_files(files).empty());
    CHECK(content(files[0].path) == "1");
    CHECK(content(files[1].path) == "2");
    CHECK(entries(folder.path()) == 2);
    CHECK(entries(folder.path() / "a" / "b") == 1);
}

TEST_CASE("a signal that ends the program leaves a whole set of files, and nothing else", "[publish]") {
    for (int round = 0; round < 40; ++round) {
        const Folder folder;
        std::vector<fs::path> paths;
        for (const auto* name : {"a.pdf", "b.pdf", "c.pdf", "d.pdf"}) paths.push_back(folder.path() / name);
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {                   // writes set after set until the signal comes
            std::signal(SIGTERM, SIG_DFL);  // not the test program's handler
            for (int edition = 0;; ++edition) {
                std::vector<publish::File> files;
                for (const auto& path : paths) files.push_back({path, std::to_string(edition)});
                if (!publish::write_files(files).empty()) ::_exit(1);
            }
        }
        std::this_thread::sleep_for(std::chrono::microseconds(5000 + 733 * round));
        REQUIRE(::kill(child, SIGTERM) == 0);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == SIGTERM);
        const auto left = entries(folder.path());
        CHECK((left == 0 || left == paths.size()));
        for (const auto& path : paths) CHECK(content(path) == content(paths.front()));
    }
}

TEST_CASE("200 kills at random moments leave old or new files, and the next build clears what they left", "[publish]") {
    const Folder folder;
    const std::vector<std::string> names{"a.pdf", "b.pptx", "a.manifest.json"};
    const auto set_of = [&](const std::string& edition) {
        std::vector<publish::File> files;
        for (const auto& name : {names[2], names[0], names[1]}) files.push_back({folder.path() / name, edition});
        return files;
    };
    std::size_t left = 0;
    for (int round = 0; round < 200; ++round) {
        REQUIRE(publish::write_files(set_of("old")).empty());
        CHECK(entries(folder.path()) == names.size());  // nothing is left of the kill before
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            for (;;) (void)publish::write_files(set_of("new"));
        }
        std::this_thread::sleep_for(std::chrono::microseconds(200 + round * 37 % 3000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        left += entries(folder.path()) > names.size() ? 1 : 0;
        for (const auto& name : names) {
            const auto bytes = content(folder.path() / name);
            CHECK((bytes == "old" || bytes == "new"));  // whole
        }
        // The manifest is the last of its set.
        if (content(folder.path() / names[2]) == "new") {
            CHECK(content(folder.path() / names[0]) == "new");
            CHECK(content(folder.path() / names[1]) == "new");
        }
    }
    CHECK(left > 0);  // else nothing was tried
    // Files of a process that lives, and of others' making, stay.
    const auto living = "." + names[0] + "." + std::to_string(::getppid()) + "-0";
    for (const auto& name : {living, std::string(".hidden"), std::string(".a.pdf.999999999999-0"), std::string(".a-1")})
        (void)folder.write(name, "x");
    REQUIRE(publish::write_files(set_of("old")).empty());
    CHECK(entries(folder.path()) == names.size() + 4);
}

TEST_CASE("when one file cannot be written, the others keep what they held", "[publish][diag]") {
    const Folder folder;
    REQUIRE(publish::write_files({{folder.path() / "good.pdf", "old"}}).empty());
    fs::create_directory(folder.path() / "taken.pdf");
    const auto found = publish::write_files({{folder.path() / "good.pdf", "new"}, {folder.path() / "taken.pdf", "x"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == diag::code::write_failed);
    CHECK_THAT(found[0].message, ContainsSubstring("taken.pdf"));
    CHECK_THAT(found[0].message, ContainsSubstring("directory"));
    CHECK(content(folder.path() / "good.pdf") == "old");
    CHECK(entries(folder.path()) == 2);
}

TEST_CASE("a folder that is a file is told with the system's words", "[publish][diag]") {
    const Folder folder;
    REQUIRE(publish::write_files({{folder.path() / "out", "a file"}}).empty());
    const auto found = publish::write_files({{folder.path() / "out" / "report.pdf", "x"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == diag::code::write_failed);
}

TEST_CASE("SHA-256 of known texts", "[publish]") {
    CHECK(publish::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(publish::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
