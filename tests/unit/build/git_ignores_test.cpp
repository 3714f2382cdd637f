// Patterns of .gitignore, as git reads them.
#include "build/git_ignores.h"

#include "../../folder.h"
#include "catch.h"

using namespace precis;
using precis::test::Folder;

TEST_CASE("patterns of .gitignore match names, paths and folders between", "[build]") {
    using build::git_pattern_matches;
    CHECK(git_pattern_matches("secret", "secret"));
    CHECK(git_pattern_matches("secret", "keys/secret"));
    CHECK_FALSE(git_pattern_matches("/secret", "keys/secret"));
    CHECK(git_pattern_matches("*.pass", "keys/board.pass"));
    CHECK_FALSE(git_pattern_matches("*.pass", "board.password"));
    CHECK(git_pattern_matches("keys/*", "keys/board"));
    CHECK_FALSE(git_pattern_matches("keys/*", "keys/old/board"));
    CHECK(git_pattern_matches("**/board", "keys/old/board"));
    CHECK(git_pattern_matches("keys/**", "keys/old/board"));
    CHECK(git_pattern_matches("b?ard", "board"));
    CHECK_FALSE(git_pattern_matches("b?ard", "b/ard"));
    CHECK(git_pattern_matches("\\*", "*"));
    CHECK_FALSE(git_pattern_matches("\\*", "board"));
}

TEST_CASE("the last pattern that matches decides, and what is below an ignored folder is ignored", "[build]") {
    const Folder folder("ignore");
    folder.write(".gitignore", "# secrets\n*.pass\n!open.pass\nkeys/\n");
    folder.write("below/.gitignore", "plain\n");
    const auto ignored = [&](const std::string& name) {
        return build::is_ignored(folder.write(name, "x"), folder.path());
    };
    CHECK(ignored("board.pass"));
    CHECK_FALSE(ignored("open.pass"));
    CHECK(ignored("keys/board.txt"));
    CHECK(ignored("below/plain"));
    CHECK_FALSE(ignored("plain"));
    CHECK_FALSE(ignored("board.txt"));
}

TEST_CASE("the repository is the nearest folder with .git", "[build]") {
    const Folder folder("repository");
    folder.write(".git/HEAD", "ref: refs/heads/main\n");
    folder.write("a/b/c.txt", "");
    CHECK(build::repository_of(folder / "a/b") == folder.path());
}
