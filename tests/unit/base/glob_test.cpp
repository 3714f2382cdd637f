// Patterns of file names, against a plain matcher that tries all ways.
#include "base/glob.h"

#include <random>
#include <string>

#include "catch.h"

using namespace precis;

namespace {

/// The rules as they are written down, trying every way: takes for ever on long inputs.
bool every_way(std::string_view pattern, std::string_view path, bool begins = true) {
    if (pattern.empty()) return path.empty();
    if (begins && pattern.starts_with("**/")) {
        if (every_way(pattern.substr(3), path)) return true;
        for (std::size_t i = 0; i < path.size(); ++i)
            if (path[i] == '/' && every_way(pattern.substr(3), path.substr(i + 1))) return true;
        return false;
    }
    if (begins && pattern == "**") return true;
    if (pattern.front() == '*') {
        for (std::size_t i = 0; i <= path.size(); ++i) {
            if (every_way(pattern.substr(1), path.substr(i), false)) return true;
            if (i < path.size() && path[i] == '/') return false;
        }
        return false;
    }
    if (path.empty()) return false;
    if (pattern.front() == '?') return path.front() != '/' && every_way(pattern.substr(1), path.substr(1), false);
    return pattern.front() == path.front() && every_way(pattern.substr(1), path.substr(1), pattern.front() == '/');
}

}  // namespace

TEST_CASE("patterns match as git's do", "[base]") {
    CHECK(base::glob_matches("*.yaml", "note.yaml"));
    CHECK_FALSE(base::glob_matches("*.yaml", "a/note.yaml"));
    CHECK(base::glob_matches("**/*.yaml", "note.yaml"));
    CHECK(base::glob_matches("**/*.yaml", "a/b/note.yaml"));
    CHECK(base::glob_matches("a/**", "a/b/c"));
    CHECK_FALSE(base::glob_matches("a**c", "a/c"));
    CHECK(base::glob_matches("a**c", "abc"));
    CHECK(base::glob_matches("\\*", "*"));
    CHECK_FALSE(base::glob_matches("\\*", "a"));
    CHECK(base::glob_matches("n?te", "note"));
    CHECK_FALSE(base::glob_matches("n?te", "n/te"));
    CHECK(base::glob_matches("", ""));
    CHECK_FALSE(base::glob_matches("", "a"));
}

TEST_CASE("random patterns match as every way would find", "[base]") {
    std::mt19937 random(7);
    const auto some = [&](const std::string& letters, std::size_t most) {
        std::string out;
        for (auto count = random() % (most + 1); count > 0; --count) out += letters[random() % letters.size()];
        return out;
    };
    for (int i = 0; i < 20'000; ++i) {
        const auto pattern = some("ab/*?*", 7), path = some("ab/", 7);
        INFO(pattern << " on " << path);
        REQUIRE(base::glob_matches(pattern, path) == every_way(pattern, path));
    }
}

TEST_CASE("a pattern of many stars on a long name ends at once", "[base]") {
    std::string pattern;
    for (int i = 0; i < 60; ++i) pattern += "*a";
    CHECK_FALSE(base::glob_matches(pattern + "b", std::string(250, 'a')));
    std::string folders;
    for (int i = 0; i < 40; ++i) folders += "**/";
    std::string path;
    for (int i = 0; i < 60; ++i) path += "a/";
    CHECK_FALSE(base::glob_matches(folders + "b", path + "a"));
}
