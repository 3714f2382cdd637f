// The repository held to its own map: arrows, sizes, codes, commands, links.
#include <array>
#include <cstdio>
#include <memory>
#include <sstream>

#include "catch.h"
#include "checks.h"
#include "diag/code_table.h"

using namespace precis::arch;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

RoomMap the_map() {
    return read_room_map(read_text(kRoot / "src" / "README.md"));
}

void expect_none(const Violations& violations) {
    for (const auto& violation : violations) FAIL_CHECK(violation);
    CHECK(violations.empty());
}

std::set<std::string> all_codes() {
    std::set<std::string> words;
    for (const auto& row : precis::diag::code_table()) words.emplace(row.word);
    return words;
}

// Lines of a word and what belongs to it.
std::map<std::string, std::string> pairs_in(const fs::path& file) {
    std::istringstream in(read_text(file));
    std::map<std::string, std::string> pairs;
    for (std::string word, other; in >> word >> other;) pairs[word] = other;
    return pairs;
}

std::string output_of(const std::string& command) {
    std::string text;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    REQUIRE(pipe);
    std::array<char, 4096> buffer{};
    while (const auto count = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
        text.append(buffer.data(), count);
    return text;
}

}  // namespace

TEST_CASE("the map has all rooms and the includes form it", "[arch]") {
    const auto map = the_map();
    REQUIRE(map.rooms.size() == 28);
    REQUIRE(map.sub_rooms.size() == 36);
    REQUIRE(map.doors.size() > 40);
    expect_none(check_includes(map, kRoot / "src"));
}

TEST_CASE("no file is too long, none is named for nothing", "[arch]") {
    expect_none(check_files(the_map(), kRoot / "src"));
}

TEST_CASE("files with tests are named THING_test.cpp, and no others", "[arch]") {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / "tests")) {
        if (entry.path().extension() != ".cpp") continue;
        INFO(entry.path());
        const bool has_tests = read_text(entry.path()).find("\nTEST_CASE(") != std::string::npos;
        CHECK(has_tests == entry.path().string().ends_with("_test.cpp"));
    }
}

TEST_CASE("every diagnostic has a sample that provokes it, or a test where only the machine can", "[arch][diag]") {
    const auto corpus = kRoot / "tests" / "diag";
    expect_none(check_codes(all_codes(), corpus, pairs_in(corpus / "provoked-by-tests.txt"), kRoot));
}

TEST_CASE("every diagnostic's code is declared once and has a row in the table", "[arch][diag]") {
    expect_none(check_code_declarations(all_codes(), kRoot / "src"));
    for (const auto& row : precis::diag::code_table()) {
        INFO(row.word);
        CHECK(row.meaning.size() > 10);
        CHECK(row.meaning.back() == '.');
    }
}

TEST_CASE("the documentation names commands and files that exist", "[arch]") {
    const auto help = output_of("bash '" + (kRoot / "dev").string() + "' help");
    for (const auto* file : {"README.md", "CONTRIBUTING.md", "src/README.md"}) {
        const auto text = read_text(kRoot / file);
        REQUIRE_FALSE(text.empty());
        expect_none(check_dev_commands(text, help));
        expect_none(check_links(text, (kRoot / file).parent_path()));
        expect_none(check_paths(text, (kRoot / file).parent_path()));
    }
}

TEST_CASE("the manual names each chart form, format and ending of tables that the program accepts", "[arch]") {
    struct Accepted {
        const char* file;
        const char* pattern;
        const char* page;
    };
    for (const auto& [file, pattern, page] :
         {Accepted{"src/vocabulary/form.cpp", R"re(\{\{"([a-z]+)",\s+"[^"]*"\})re", "docs/charts.md"},
          Accepted{"src/vocabulary/format.cpp", R"re(\{\{"([a-z]+)", ")re", "docs/outputs.md"},
          Accepted{"src/data/model/tables.cpp", R"re( \.([a-z]+)[ ,"])re", "docs/data.md"}}) {
        INFO(file);
        const auto code = read_text(kRoot / file);
        CHECK_FALSE(check_manual(code, pattern, "").empty());
        expect_none(check_manual(code, pattern, read_text(kRoot / page)));
    }
}

TEST_CASE("every page and heading that a comment, a string or a page names exists", "[arch]") {
    expect_none(check_citations(kRoot));
}
