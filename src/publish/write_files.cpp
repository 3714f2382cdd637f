// Files are prepared under temporary names, then renamed, so that a failure leaves the last good files.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>
#include <set>
#include <system_error>

#include "base/numbers.h"
#include "diag/codes.h"
#include "publish/publish.h"
#include "publish/safe_write.h"

namespace precis::publish {
namespace {

namespace fs = std::filesystem;

struct Prepared {
    fs::path temporary, target;
};

// Removes the temporary files that were not renamed.
class Stage {
  public:
    ~Stage() {
        std::error_code ignored;
        for (const auto& file : prepared) fs::remove(file.temporary, ignored);
    }
    std::vector<Prepared> prepared;
};

// The process id is part of the name, as another build may write the same target at the same time.
fs::path temporary_name(const fs::path& target, std::size_t index) {
    return target.parent_path() / fmt::format(".{}.{}-{}", target.filename().string(), ::getpid(), index);
}

/// The process of a temporary name; nothing for any other name.
std::optional<pid_t> process_of(const std::string& name) {
    const auto dash = name.rfind('-'), dot = name.rfind('.');
    if (name.empty() || name.front() != '.' || dot == 0 || dot == std::string::npos || dash == std::string::npos ||
        dash < dot)
        return std::nullopt;
    const auto process = base::parse_integer(std::string_view(name).substr(dot + 1, dash - dot - 1));
    const auto index = base::parse_integer(std::string_view(name).substr(dash + 1));
    constexpr long long kLargest = 1 << 22;  // Linux has no greater process numbers
    if (!process || !index || *process < 1 || *process > kLargest || *index < 0) return std::nullopt;
    return static_cast<pid_t>(*process);
}

/// Removes what a killed build left in the folder. Files of processes that live are another build's.
void clear_left_over(const fs::path& folder) {
    std::error_code failed;
    std::vector<fs::path> left;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        const auto process = process_of(at->path().filename().string());
        if (process && ::kill(*process, 0) != 0 && errno == ESRCH &&
            at->symlink_status(failed).type() == fs::file_type::regular)
            left.push_back(at->path());
    }
    for (const auto& path : left) fs::remove(path, failed);
}

bool is_manifest(const Prepared& file) {
    return file.target.string().ends_with(".manifest.json");
}

}  // namespace

diag::Diagnostics write_files(const std::vector<File>& files) {
    diag::Diagnostics diagnostics;
    const Undisturbed undisturbed;  // outlives the stage, whose destructor removes files
    Stage stage;
    std::set<fs::path> folders;
    for (const auto& file : files) {
        if (undisturbed.asked_to_end()) return diagnostics;  // the signal arrives once the stage is destroyed
        std::error_code failure;
        if (file.path.has_parent_path()) fs::create_directories(file.path.parent_path(), failure);
        if (failure) {
            diagnostics.push_back(failed(file.path.parent_path(), "made", failure.value()));
            continue;
        }
        if (folders.insert(file.path.parent_path()).second) clear_left_over(file.path.parent_path());
        if (fs::is_directory(file.path, failure)) {
            diagnostics.push_back(failed(file.path, "written", EISDIR));
            continue;
        }
        stage.prepared.push_back({temporary_name(file.path, stage.prepared.size()), file.path});
        if (const int number = write_all(stage.prepared.back().temporary, file.bytes); number != 0)
            diagnostics.push_back(failed(file.path, "written", number));
    }
    if (!diagnostics.empty()) return diagnostics;
    // A manifest names what belongs together: it comes when all of that is there.
    std::stable_partition(stage.prepared.begin(), stage.prepared.end(),
                          [](const Prepared& file) { return !is_manifest(file); });
    for (const auto& file : stage.prepared) {
        std::error_code failure;
        fs::rename(file.temporary, file.target, failure);
        if (failure) diagnostics.push_back(failed(file.target, "written", failure.value()));
    }
    return diagnostics;
}

}  // namespace precis::publish
