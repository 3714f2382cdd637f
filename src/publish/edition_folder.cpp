// The folder is exchanged as a whole; see the header for what a process that dies leaves behind.
#include "publish/edition_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <set>
#include <system_error>
#include <thread>

#include "diag/codes.h"
#include "publish/safe_write.h"

namespace precis::publish {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kReady = ".precis-ready", kStaged = ".precis-staged-", kRemoved = ".precis-removed-";

int open_folder(const fs::path& folder) {
    return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

void to_disk(const fs::path& folder) {
    const Descriptor held(open_folder(folder));
    if (held.number() >= 0) ::fsync(held.number());
}

bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::symlink_status(path, ignored).type() == fs::file_type::directory;
}

std::vector<fs::path> entries(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure))
        found.push_back(at->path());
    return found;
}

/// Beside the folder: ".NAME.precis-" and letters.
std::string beside(const fs::path& folder) {
    return "." + folder.filename().string() + ".precis-";
}

/// Removes a folder that changed places, or never did. Folders inside it are not an edition's: they go where they were.
void dissolve(const fs::path& staged, const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : entries(staged)) {
        const auto type = fs::symlink_status(entry, ignored).type();
        if (type == fs::file_type::regular || type == fs::file_type::symlink) {
            fs::remove(entry, ignored);
        } else if (!fs::exists(fs::symlink_status(folder / entry.filename(), ignored))) {
            fs::rename(entry, folder / entry.filename(), ignored);
        }
    }
    fs::remove(staged, ignored);  // not if something is left in it
}

/// 0 or errno.
int remove_named(const fs::path& folder, const std::vector<std::string>& names) {
    for (const auto& name : names) {
        if (::unlink((folder / name).c_str()) != 0 && errno != ENOENT) return errno;
    }
    return 0;
}

/// Moves what was staged inside the folder to its place; called again, it goes on where it was. 0 or errno.
int move_ready(const fs::path& folder) {
    const auto ready = folder / kReady;
    if (!is_folder(ready)) return 0;
    std::error_code failure;
    for (const auto& entry : entries(ready)) {
        const auto name = entry.filename().string();
        if (name.starts_with(kRemoved)) {
            if (const int number = remove_named(folder, {name.substr(kRemoved.size())}); number != 0) return number;
            fs::remove(entry, failure);
        } else {
            fs::rename(entry, folder / name, failure);
        }
        if (failure) return failure.value();
    }
    fs::remove(ready, failure);
    to_disk(folder);
    return failure.value();
}

/// What a build that died has left.
void recover(const fs::path& folder) {
    std::error_code ignored;
    move_ready(folder);
    for (const auto& entry : entries(folder)) {
        if (is_folder(entry) && entry.filename().string().starts_with(kStaged)) fs::remove_all(entry, ignored);
    }
    const auto name = beside(folder);
    for (const auto& entry : entries(folder.parent_path())) {
        if (!is_folder(entry) || !entry.filename().string().starts_with(name)) continue;
        const Descriptor held(open_folder(entry));  // a build that lives has it locked
        if (held.number() >= 0 && ::flock(held.number(), LOCK_EX | LOCK_NB) == 0) dissolve(entry, folder);
    }
}

struct Change {
    const std::vector<File>& files;
    const std::vector<std::string>& removed;

    bool replaces(const std::string& name) const {
        return std::find(removed.begin(), removed.end(), name) != removed.end() ||
               std::any_of(files.begin(), files.end(),
                           [&](const auto& file) { return file.path.filename().string() == name; });
    }
};

diag::Diagnostics write_into(const fs::path& staged, const fs::path& folder, const std::vector<File>& files,
                             const Undisturbed& undisturbed, bool& stopped) {
    diag::Diagnostics diagnostics;
    for (const auto& file : files) {
        stopped = undisturbed.asked_to_end();
        if (stopped) return diagnostics;
        const auto place = folder / file.path.filename();
        if (is_folder(place)) {
            diagnostics.push_back(failed(place, "written", EISDIR));
            continue;
        }
        if (const int number = write_all(staged / file.path.filename(), file.bytes); number != 0)
            diagnostics.push_back(failed(place, "written", number));
    }
    to_disk(staged);
    return diagnostics;
}

enum class Way { done, failed, impossible };  // impossible: the file system cannot exchange folders or link files

}  // namespace

struct EditionFolder::Impl {
    fs::path folder;
    int lock = -1;
    std::vector<fs::path> made;  // folders that were not there, outermost first

    ~Impl() {
        std::error_code ignored;
        while (!made.empty() && fs::is_empty(made.back(), ignored)) {
            fs::remove(made.back(), ignored);
            made.pop_back();
        }
        if (lock >= 0) ::close(lock);
    }

    /// Whether this process works in the folder: exchanged, it would be taken from under its feet.
    bool is_current() const {
        struct stat mine {
        }, there{};
        return ::stat(".", &mine) == 0 && ::stat(folder.c_str(), &there) == 0 && mine.st_ino == there.st_ino &&
               mine.st_dev == there.st_dev;
    }

    Way exchange(const Change& change, diag::Diagnostics& diagnostics) {
        const Undisturbed undisturbed;
        if (is_current()) return Way::impossible;
        auto pattern = (folder.parent_path() / (beside(folder) + "XXXXXX")).string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            if (errno == EACCES || errno == EPERM || errno == EROFS || errno == ENAMETOOLONG) return Way::impossible;
            diagnostics.push_back(failed(folder, "written", errno));
            return Way::failed;
        }
        const fs::path staged = pattern;
        const int held = open_folder(staged);
        const auto undo = [&](Way way) {
            std::error_code ignored;
            fs::remove_all(staged, ignored);
            if (held >= 0) ::close(held);
            return way;
        };
        struct stat look {};
        if (held < 0 || ::flock(held, LOCK_EX | LOCK_NB) != 0 || ::stat(folder.c_str(), &look) != 0)
            return undo(Way::impossible);
        if (::fchown(held, look.st_uid, look.st_gid) != 0) {  // only root can give a folder away
        }
        if (::fchmod(held, look.st_mode & 07777) != 0) return undo(Way::impossible);
        for (const auto& entry : entries(folder)) {
            std::error_code ignored;
            const auto type = fs::symlink_status(entry, ignored).type();
            const auto name = entry.filename();
            if ((type != fs::file_type::regular && type != fs::file_type::symlink) || change.replaces(name.string()))
                continue;
            if (::linkat(AT_FDCWD, entry.c_str(), AT_FDCWD, (staged / name).c_str(), 0) != 0)
                return undo(Way::impossible);
        }
        bool stopped = false;
        auto found = write_into(staged, folder, change.files, undisturbed, stopped);
        if (stopped || !found.empty()) {
            diag::append(diagnostics, std::move(found));
            return undo(Way::failed);
        }
        if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) != 0)
            return undo(Way::impossible);
        dissolve(staged, folder);
        to_disk(folder.parent_path());
        if (lock >= 0) ::close(lock);
        lock = held;
        made.clear();
        return Way::done;
    }

    void move(const Change& change, diag::Diagnostics& diagnostics) {
        const Undisturbed undisturbed;
        auto pattern = (folder / (std::string(kStaged) + "XXXXXX")).string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            diagnostics.push_back(failed(folder, "written", errno));
            return;
        }
        const fs::path staged = pattern;
        std::error_code failure;
        bool stopped = false;
        auto found = write_into(staged, folder, change.files, undisturbed, stopped);
        for (const auto& name : change.removed) {
            const int number = found.empty() ? write_all(staged / (std::string(kRemoved) + name), {}) : 0;
            if (number != 0) found.push_back(failed(folder / name, "removed", number));
        }
        if (found.empty() && !stopped) fs::rename(staged, folder / kReady, failure);
        if (failure) found.push_back(failed(folder, "written", failure.value()));
        if (stopped || !found.empty()) {
            fs::remove_all(staged, failure);
            diag::append(diagnostics, std::move(found));
            return;
        }
        to_disk(folder);
        if (const int number = move_ready(folder); number != 0)
            diagnostics.push_back(failed(folder, "written", number));
        made.clear();
    }
};

EditionFolder::EditionFolder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EditionFolder::EditionFolder(EditionFolder&&) noexcept = default;
EditionFolder& EditionFolder::operator=(EditionFolder&&) noexcept = default;
EditionFolder::~EditionFolder() = default;

diag::Result<EditionFolder> EditionFolder::open(const fs::path& wanted, double seconds,
                                                const std::function<void()>& waiting) {
    auto impl = std::make_unique<Impl>();
    const auto until = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    diag::Diagnostics unlocked;
    for (bool told = false;;) {
        std::error_code failure;
        std::vector<fs::path> missing;
        for (auto at = wanted; !at.empty() && !fs::exists(at, failure) && missing.size() < 100; at = at.parent_path())
            missing.insert(missing.begin(), at);
        fs::create_directories(wanted, failure);
        if (failure) return failed(wanted, "made", failure.value());
        impl->made.insert(impl->made.end(), missing.begin(), missing.end());
        impl->folder = fs::canonical(wanted, failure);
        if (failure) return failed(wanted, "opened", failure.value());
        impl->lock = open_folder(impl->folder);
        if (impl->lock < 0 && errno != ENOENT) return failed(wanted, "opened", errno);
        const bool locked = impl->lock >= 0 && ::flock(impl->lock, LOCK_EX | LOCK_NB) == 0;
        const bool held = impl->lock >= 0 && !locked && errno == EWOULDBLOCK;
        if (impl->lock >= 0 && !locked && !held) {  // some network shares have no locks
            unlocked.push_back(failed(wanted, "locked", errno));
            unlocked.back().severity = diag::Severity::warning;
            unlocked.back().remedy = "see to it that no other build writes there at the same time";
            break;
        }
        struct stat mine {
        }, there{};
        if (locked && ::fstat(impl->lock, &mine) == 0 && ::stat(impl->folder.c_str(), &there) == 0 &&
            mine.st_ino == there.st_ino && mine.st_dev == there.st_dev)
            break;
        // Another build has the folder, or has put another one in its place.
        if (impl->lock >= 0) ::close(impl->lock);
        impl->lock = -1;
        if (std::chrono::steady_clock::now() >= until)
            return diag::error(diag::code::write_failed, {}, "another build is writing " + wanted.string(),
                               "wait for its end, or write elsewhere with -o");
        if (held && !told && waiting) waiting();
        told = told || held;
        std::this_thread::sleep_for(std::chrono::milliseconds(held ? 50 : 1));
    }
    recover(impl->folder);
    return {EditionFolder(std::move(impl)), std::move(unlocked)};
}

diag::Diagnostics EditionFolder::publish(const std::vector<File>& files, const std::vector<std::string>& removed) {
    diag::Diagnostics diagnostics;
    const Change change{files, removed};
    if (impl_->exchange(change, diagnostics) == Way::impossible) impl_->move(change, diagnostics);
    return diagnostics;
}

}  // namespace precis::publish
