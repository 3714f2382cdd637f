// cli/built_files.h: the files of a build beside those on disk.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "build/stages.h"

namespace precis::cli {

/// Notes which encrypted files are the same as those in the folder. For the process that painted them.
void compare_encrypted(build::Rendered& rendered, const std::filesystem::path& folder);
[[nodiscard]] bool same_on_disk(const publish::File& file);
/// The path as it is printed: relative to the current folder if it lies below it.
[[nodiscard]] std::string shown(const std::filesystem::path& path);
/// `--check`: an error for each file that differs from what a build would write. Errors: out_of_date.
[[nodiscard]] diag::Diagnostics compare(const std::vector<publish::File>& files);

}  // namespace precis::cli
