// inotify(7). A file is taken when its writer closes it, so that half a file is not read.
#include "preview/watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>

namespace precis::preview {
namespace fs = std::filesystem;
namespace {

constexpr std::uint32_t kEvents =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

/// Names of files that editors and tools write beside the ones they edit.
bool is_passing(const std::string& name) {
    const auto ends = [&](std::string_view ending) {
        return name.size() >= ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0;
    };
    const bool digits = std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    return name.empty() || name[0] == '.' || name[0] == '#' || digits || ends("~") || ends(".swp") || ends(".swx") ||
           ends(".tmp") || ends(".bak");
}

}  // namespace

Watch::Watch() : file_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

Watch::~Watch() {
    if (file_ >= 0) ::close(file_);
}

void Watch::add(const fs::path& folder) {
    const int number = ::inotify_add_watch(file_, folder.c_str(), kEvents);
    if (number < 0) {
        incomplete_ = true;
        return;
    }
    folders_[number] = folder;
}

void Watch::files(const std::set<std::string>& files) {
    std::set<fs::path> wanted;
    for (const auto& name : files) {
        // A folder has one name here: the system has one watch for it.
        const fs::path file(name);
        std::error_code failed;
        const auto folder = fs::weakly_canonical(file.parent_path(), failed);
        if (!failed) wanted.insert(folder);
        const auto real = fs::weakly_canonical(file, failed);
        if (!failed) wanted.insert(real.parent_path());
    }
    if (wanted == wanted_ && !incomplete_) return;
    for (auto at = folders_.begin(); at != folders_.end();) {
        if (wanted.count(at->second) > 0) {
            ++at;
            continue;
        }
        ::inotify_rm_watch(file_, at->first);
        at = folders_.erase(at);
    }
    wanted_ = std::move(wanted);
    again();
}

bool Watch::again() {
    incomplete_ = false;
    bool added = false;
    for (const auto& folder : wanted_) {
        const bool known =
            std::any_of(folders_.begin(), folders_.end(), [&](const auto& entry) { return entry.second == folder; });
        if (known) continue;
        const auto before = folders_.size();
        add(folder);
        added = added || folders_.size() > before;
    }
    return added;
}

std::vector<fs::path> Watch::changed() {
    std::vector<fs::path> out;
    alignas(inotify_event) std::array<char, 1 << 14> bytes{};
    for (;;) {
        const auto got = ::read(file_, bytes.data(), bytes.size());
        if (got <= 0) break;
        for (const char* at = bytes.data(); at < bytes.data() + got;) {
            const auto& event = *reinterpret_cast<const inotify_event*>(at);
            at += sizeof(inotify_event) + event.len;
            const auto folder = folders_.find(event.wd);
            if (folder == folders_.end()) continue;
            if ((event.mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF)) != 0) {
                if ((event.mask & IN_MOVE_SELF) != 0) ::inotify_rm_watch(file_, event.wd);
                out.push_back(folder->second / "");
                folders_.erase(folder);
                incomplete_ = true;
                continue;
            }
            if (event.len == 0 || is_passing(event.name)) continue;
            auto file = folder->second / event.name;
            // A new file is taken when it is closed; a link never is.
            std::error_code failed;
            if ((event.mask & IN_CREATE) != 0 && !fs::is_symlink(file, failed)) continue;
            if (std::find(out.begin(), out.end(), file) == out.end()) out.push_back(std::move(file));
        }
    }
    return out;
}

}  // namespace precis::preview
