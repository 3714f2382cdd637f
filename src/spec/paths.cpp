// Paths are compared with links followed. A pattern is matched folder by folder, so that only named folders are listed.
#include "spec/paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <system_error>

#include "diag/codes.h"

namespace precis::spec {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kDeepest = 32;  // folders below each other that ** looks into

bool below(const fs::path& path, const fs::path& root) {
    const auto relative = path.lexically_relative(root);
    return !relative.empty() && *relative.begin() != "..";
}

/// `*`: any characters, `?`: any one byte.
bool name_matches(std::string_view pattern, std::string_view name) {
    if (pattern.empty()) return name.empty();
    if (pattern.front() != '*') {
        return !name.empty() && (pattern.front() == '?' || pattern.front() == name.front()) &&
               name_matches(pattern.substr(1), name.substr(1));
    }
    while (!pattern.empty() && pattern.front() == '*') pattern.remove_prefix(1);
    if (pattern.empty()) return true;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name_matches(pattern, name.substr(i))) return true;
    }
    return false;
}

/// Files and folders of a folder, sorted, without hidden ones.
std::vector<fs::path> children(const fs::path& folder) {
    std::vector<fs::path> paths;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        if (at->path().filename().string().front() != '.') paths.push_back(at->path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

using Names = std::vector<std::string>;

/// Adds the files below `folder` that match names[at] and what follows.
void walk(const fs::path& folder, const Names& names, std::size_t at, std::size_t depth, std::vector<fs::path>& out) {
    std::error_code failed;
    const bool last = at + 1 == names.size();
    if (names[at] == "**") {
        if (!last) walk(folder, names, at + 1, depth, out);
        for (const auto& child : children(folder)) {
            if (depth < kDeepest && fs::is_directory(child, failed)) walk(child, names, at, depth + 1, out);
        }
        return;
    }
    if (names[at].find_first_of("*?") == std::string::npos) {
        const auto child = folder / names[at];
        if (last && fs::is_regular_file(child, failed)) out.push_back(child);
        if (!last && fs::is_directory(child, failed)) walk(child, names, at + 1, depth, out);
        return;
    }
    for (const auto& child : children(folder)) {
        if (!name_matches(names[at], child.filename().string())) continue;
        if (last && fs::is_regular_file(child, failed)) out.push_back(child);
        if (!last && fs::is_directory(child, failed)) walk(child, names, at + 1, depth, out);
    }
}

}  // namespace

bool is_inside(const fs::path& path, const fs::path& root) {
    std::error_code failed;
    const auto real = fs::weakly_canonical(path, failed);
    if (failed) return false;
    const auto real_root = fs::weakly_canonical(root, failed);
    return !failed && below(real, real_root);
}

fs::path resolved(const diag::Text& path, const fs::path& folder, const fs::path& root,
                  diag::Diagnostics& diagnostics) {
    auto full = (folder / fs::path(path.text)).lexically_normal();
    if (!full.has_filename() && full.has_parent_path()) full = full.parent_path();  // `data/` is `data`
    if (!is_inside(full, root)) {
        diagnostics.push_back(diag::error(diag::code::file_outside_root, path.span,
                                          fmt::format("“{}” lies outside the project's folder", path.text),
                                          "copy the file into the project, or build with --root"));
    }
    return full;
}

std::string shown(const fs::path& path, const fs::path& root) {
    return below(path, root) ? path.lexically_relative(root).generic_string() : path.generic_string();
}

std::vector<fs::path> matches(const fs::path& root, std::string_view pattern) {
    Names names;
    for (std::size_t from = 0; from <= pattern.size();) {
        const auto slash = std::min(pattern.find('/', from), pattern.size());
        const auto name = pattern.substr(from, slash - from);
        if (name == "..") return {};
        if (!name.empty() && name != ".") names.emplace_back(name);
        from = slash + 1;
    }
    std::vector<fs::path> files;
    if (!names.empty() && pattern.front() != '/') walk(root, names, 0, 0, files);
    std::erase_if(files, [&](const fs::path& path) { return !is_inside(path, root); });
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

}  // namespace precis::spec
