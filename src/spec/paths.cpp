// Paths are compared with links followed. A pattern is matched folder by folder, so that only named folders are listed.
#include "spec/paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <system_error>

#include "base/glob.h"
#include "diag/codes.h"

namespace precis::spec {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kDeepest = 32;  // folders below each other that ** looks into

bool below(const fs::path& path, const fs::path& root) {
    const auto relative = path.lexically_relative(root);
    return !relative.empty() && *relative.begin() != "..";
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

/// Finds files by a pattern. Each folder is looked into once for each place in the pattern; `**` follows no links to
/// folders, which could lead around in a circle.
class Walk {
  public:
    explicit Walk(Names names) : names_(std::move(names)) {}
    std::vector<fs::path> files(const fs::path& root) && {
        look_into(root, 0, 0);
        return std::move(files_);
    }

  private:
    void look_into(const fs::path& folder, std::size_t at, std::size_t depth) {
        if (!seen_.emplace(folder, at).second) return;
        std::error_code failed;
        const bool last = at + 1 == names_.size();
        if (names_[at] == "**") {
            if (!last) look_into(folder, at + 1, depth);
            for (const auto& child : children(folder))
                if (depth < kDeepest && fs::is_directory(fs::symlink_status(child, failed)))
                    look_into(child, at, depth + 1);
            return;
        }
        const auto enter = [&](const fs::path& child) {
            if (last && fs::is_regular_file(child, failed)) files_.push_back(child);
            if (!last && fs::is_directory(child, failed)) look_into(child, at + 1, depth);
        };
        if (names_[at].find_first_of("*?") == std::string::npos) return enter(folder / names_[at]);
        for (const auto& child : children(folder))
            if (base::glob_matches(names_[at], child.filename().string())) enter(child);
    }

    Names names_;
    std::set<std::pair<fs::path, std::size_t>> seen_;
    std::vector<fs::path> files_;
};

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
        const bool again = name == "**" && !names.empty() && names.back() == "**";
        if (!name.empty() && name != "." && !again) names.emplace_back(name);
        from = slash + 1;
    }
    if (names.empty() || pattern.front() == '/') return {};
    auto files = Walk(std::move(names)).files(root);
    std::erase_if(files, [&](const fs::path& path) { return !is_inside(path, root); });
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

}  // namespace precis::spec
