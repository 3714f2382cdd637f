// build/git_ignores.h: whether git ignores a file, by the .gitignore files beside and above it. Private to build.
// Nothing is run: only the patterns of .gitignore count, not a user's own settings or .git/info/exclude, so a file may
// be ignored by git and not here, never the other way round (unless it was committed before).
// Source: gitignore(5) of git 2.39.
#pragma once
#include <filesystem>
#include <string_view>

namespace precis::build {

/// The folder that holds `.git`, at or above `folder`; empty if there is none.
[[nodiscard]] std::filesystem::path repository_of(const std::filesystem::path& folder);

/// Whether the patterns of the .gitignore files from `top` down to the file's folder match the file or a folder
/// around it; the last pattern that matches decides.
[[nodiscard]] bool is_ignored(const std::filesystem::path& file, const std::filesystem::path& top);

/// Whether one pattern matches a path relative to its .gitignore: `*` and `?` within a name, `**` for any folders, a
/// slash inside binds it to the .gitignore's folder.
[[nodiscard]] bool git_pattern_matches(std::string_view pattern, std::string_view path);

}  // namespace precis::build
