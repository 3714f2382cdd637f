// spec/paths.h: the project's folder is the world; which paths lie in it, and which files a pattern names.
#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::spec {

/// `path`, relative to `folder`, absolute and without dots; file_outside_root if it, or what a link in it points to,
/// lies outside `root`.
std::filesystem::path resolved(const diag::Text& path, const std::filesystem::path& folder,
                               const std::filesystem::path& root, diag::Diagnostics& out);
/// Whether `path` lies in `root`, links followed.
bool is_inside(const std::filesystem::path& path, const std::filesystem::path& root);
/// How diagnostics call a file: relative to the root.
std::string shown(const std::filesystem::path& path, const std::filesystem::path& root);
/// Files below `root` that match `pattern`: `*` and `?` within a name, `**` for any folders. Sorted; links that leave
/// the root are passed over.
std::vector<std::filesystem::path> matches(const std::filesystem::path& root, std::string_view pattern);

}  // namespace precis::spec
