// preview/watch.h: tells which files have changed. Inside the room.
//
// Folders are watched, not files: editors save by renaming. In: files, which may not exist. Out: the paths that were
// written, renamed, moved away or removed in their folders. A folder that vanishes is watched again when it is back.
// Errors: none; where the system watches no more folders, changes in the others are not seen.
#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace precis::preview {

class Watch {
  public:
    Watch();
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// Watches the folders of these files, and no others. A link's own folder and that of what it leads to.
    void files(const std::set<std::string>& files);
    /// For poll(); -1 if the system has no watches left.
    [[nodiscard]] int file() const { return file_; }
    /// What has changed since the last call; does not wait.
    std::vector<std::filesystem::path> changed();
    /// Whether a folder is missing; call again() from time to time then.
    [[nodiscard]] bool incomplete() const { return incomplete_; }
    /// Tries to watch missing folders. True if one is there now.
    bool again();

  private:
    void add(const std::filesystem::path& folder);

    int file_ = -1;
    bool incomplete_ = false;
    std::map<int, std::filesystem::path> folders_;  // by number of the watch
    std::set<std::filesystem::path> wanted_;
};

}  // namespace precis::preview
