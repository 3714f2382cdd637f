// spec/paths.h: which paths lie in the project's folder, and which files a pattern names.
// Nothing outside of the root is read: a path is checked with its links followed.
#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::spec {

/// The path, which is relative to `folder`, made absolute and normal. Errors: file_outside_root, if it lies outside
/// `root`, links followed; the path comes back all the same.
std::filesystem::path resolved(const diag::Text& path, const std::filesystem::path& folder,
                               const std::filesystem::path& root, diag::Diagnostics& diagnostics);
/// True if `path` lies below `root`, links followed.
bool is_inside(const std::filesystem::path& path, const std::filesystem::path& root);
/// The path as diagnostics print it: relative to the root, if it lies below it.
std::string shown(const std::filesystem::path& path, const std::filesystem::path& root);
/// The files below `root` that match `pattern` (`*` and `?` within a name, `**` for any folders), sorted. Hidden files,
/// and links that lead out of the root, are left out.
std::vector<std::filesystem::path> matches(const std::filesystem::path& root, std::string_view pattern);

}  // namespace precis::spec
