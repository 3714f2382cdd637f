// Faults that only the machine or a very large file can provoke, with the real condition.
#include <unistd.h>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kBriefing =
    "briefing: 1\n"
    "title: A note on rain\n"
    "date: 2026-08-31\n"
    "sections:\n"
    "  - id: rain\n"
    "    title: It rained\n"
    "    body: It rained.\n";

Ran run_in(const fs::path& folder, std::vector<std::string> words) {
    words.insert(words.begin(), precis_program());
    return run(words, folder, {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
}

bool says(const Ran& ran, const std::string& words) {
    return ran.err.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a briefing larger than any author's is refused before it is parsed", "[diag]") {
    const Folder folder("large");
    write_file(folder.path() / "briefing.yaml", kBriefing + std::string("# ") + std::string(17u << 20, 'x') + "\n");
    const auto ran = run_in(folder.path(), {"check", "briefing.yaml", "--root", "."});
    CHECK(ran.exit_code == 1);
    CHECK(says(ran, "[file_too_large]"));
}

TEST_CASE("a folder that may not be written is the machine's failure, and named", "[diag][cli]") {
    if (::geteuid() == 0) return;  // who may do everything is refused nothing
    const Folder folder("closed");
    write_file(folder.path() / "briefing.yaml", kBriefing);
    fs::create_directories(folder.path() / "out");
    fs::permissions(folder.path() / "out", fs::perms::owner_read | fs::perms::owner_exec);
    const auto ran = run_in(folder.path(), {"build", "briefing.yaml", "--root", ".", "-o", "out"});
    CHECK(ran.exit_code == 4);
    CHECK(says(ran, "[write_failed]"));
}

TEST_CASE("a font whose file is gone is an error that names the package", "[diag]") {
    const Folder folder("font");
    write_file(folder.path() / "precis.yaml", "precis: 1\nfonts: fonts\n");
    write_file(
        folder.path() / "fonts" / "fonts.yaml",
        "families:\n  Lato:\n    package: fonts-gone\n    folder: gone\n    faces: |\n      400 Lato-Regular.ttf\n");
    write_file(folder.path() / "briefing.yaml", kBriefing);
    const auto ran = run_in(folder.path(), {"check", "briefing.yaml"});
    INFO(ran.err);
    CHECK(ran.exit_code == 1);
    CHECK(says(ran, "[font_missing]"));
    CHECK(says(ran, "fonts-gone"));
}

TEST_CASE("with its standard streams closed, a build writes its files and nothing into them", "[diag][cli]") {
    const Folder folder("streams");
    write_file(folder.path() / "briefing.yaml", kBriefing);
    const auto built = run_in(folder.path(), {"build", "briefing.yaml", "--root", ".", "-o", "whole"});
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    const auto closed =
        run({"/bin/sh", "-c", R"(exec "$0" build briefing.yaml --root . -o closed <&- >&- 2>&-)", precis_program()},
            folder.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    CHECK(closed.exit_code == 0);
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "whole")) {
        if (!entry.is_regular_file()) continue;
        ++files;
        const auto other = folder.path() / "closed" / entry.path().lexically_relative(folder.path() / "whole");
        INFO(other);
        CHECK(read_file(entry.path()) == read_file(other));
    }
    CHECK(files >= 2);
}

TEST_CASE("a file larger than the system allows is an error, and nothing is left behind", "[diag][cli]") {
    const Folder folder("limit");
    write_file(folder.path() / "briefing.yaml", kBriefing);
    const auto ran =
        run({"/bin/sh", "-c", R"(ulimit -f 1; exec "$0" build briefing.yaml --root . -o out)", precis_program()},
            folder.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    INFO(ran.err);
    CHECK(ran.exit_code == 4);
    CHECK(says(ran, "[write_failed]"));
    CHECK_FALSE(fs::exists(folder.path() / "out"));
}
