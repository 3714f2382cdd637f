// Files are prepared under temporary names, then renamed, so that a failure leaves the last good files.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <set>
#include <system_error>

#include "base/numbers.h"
#include "diag/codes.h"
#include "publish/publish.h"

namespace precis::publish {
namespace {

namespace fs = std::filesystem;

diag::Diagnostic failed(const fs::path& path, std::string_view doing, int number) {
    return diag::error(
        diag::code::write_failed, {},
        fmt::format("{} could not be {}: {}", path.string(), doing, std::generic_category().message(number)),
        "free space on the disk, correct the folder's permissions, or write elsewhere with -o");
}

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

  private:
    int number_;
};

// 0 or errno.
int write_all(const fs::path& path, std::string_view bytes) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (file.number() < 0) return errno;
    while (!bytes.empty()) {
        const auto written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file.number()) == 0 ? 0 : errno;
}

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

// Holds back signals that end the process while it lives: else temporary files would be left behind, and of files being
// renamed, some would be of this build and some of the last.
class Undisturbed {
  public:
    Undisturbed() {
        sigset_t ends;
        sigemptyset(&ends);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ends, signal);
        ::pthread_sigmask(SIG_BLOCK, &ends, &before_);
    }
    ~Undisturbed() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    Undisturbed(const Undisturbed&) = delete;
    Undisturbed& operator=(const Undisturbed&) = delete;

    /// Whether such a signal is pending.
    bool asked_to_end() const {
        sigset_t waiting;
        if (::sigpending(&waiting) != 0) return false;
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            if (sigismember(&waiting, signal) == 1 && sigismember(&before_, signal) == 0) return true;
        return false;
    }

  private:
    sigset_t before_{};
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
