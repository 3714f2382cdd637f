// Patterns are tried on the file and on each folder around it, from the top down, as git does.
#include "build/git_ignores.h"

#include <fstream>
#include <string>
#include <system_error>

#include "base/ascii.h"
#include "base/glob.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

/// What a .gitignore says of a path: nothing, ignored, or not ignored.
enum class Verdict { none, ignored, kept };

Verdict verdict_of(const fs::path& list, const std::string& path, bool is_folder) {
    std::ifstream in(list);
    Verdict verdict = Verdict::none;
    for (std::string line; std::getline(in, line);) {
        std::string_view pattern = base::trimmed_right(line, " \r");
        if (pattern.empty() || pattern.front() == '#') continue;
        const bool keeps = pattern.front() == '!';
        if (keeps) pattern.remove_prefix(1);
        const bool folders_alone = pattern.ends_with('/');
        if (folders_alone) pattern.remove_suffix(1);
        if (pattern.empty() || (folders_alone && !is_folder)) continue;
        if (git_pattern_matches(pattern, path)) verdict = keeps ? Verdict::kept : Verdict::ignored;
    }
    return verdict;
}

}  // namespace

fs::path repository_of(const fs::path& folder) {
    std::error_code failed;
    for (auto at = folder; !at.empty(); at = at.parent_path()) {
        if (fs::exists(at / ".git", failed)) return at;
        if (at == at.parent_path()) break;
    }
    return {};
}

bool git_pattern_matches(std::string_view pattern, std::string_view path) {
    const bool bound = pattern.find('/') != std::string_view::npos;
    if (pattern.starts_with('/')) pattern.remove_prefix(1);
    if (bound) return base::glob_matches(pattern, path);
    return base::glob_matches(pattern, path.substr(path.rfind('/') + 1));
}

bool is_ignored(const fs::path& file, const fs::path& top) {
    const auto relative = file.lexically_relative(top);
    fs::path at;  // the file, or a folder around it, relative to `top`
    for (auto part = relative.begin(); part != relative.end(); ++part) {
        at /= *part;
        const bool is_folder = std::next(part) != relative.end();
        auto verdict = Verdict::none;
        fs::path list = top;
        for (auto name = at.begin(); name != at.end(); ++name) {
            const auto below = (top / at).lexically_relative(list).generic_string();
            const auto here = verdict_of(list / ".gitignore", below, is_folder);
            if (here != Verdict::none) verdict = here;
            list /= *name;
        }
        if (verdict == Verdict::ignored) return true;  // nothing below an ignored folder is looked at
    }
    return false;
}

}  // namespace precis::build
