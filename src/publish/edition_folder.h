// publish/edition_folder.h: the files of an edition appear together or not at all.
// Stage: files of one folder and a lock on it -> PUBLISH -> the folder. A door.
//
// A new folder is made beside the old one, with the new files and links to those that stay; the two then change places
// in one step (renameat2 with RENAME_EXCHANGE), and the old one is removed. A process that dies before that step leaves
// the old edition, after it the new one; what else it leaves is removed by the next build. Where the file system cannot
// do that, files are staged inside the folder and moved one by one; a build that dies meanwhile is finished by the
// next. Two builds of one folder wait for each other: the lock is the folder's own (flock), so it ends with its
// process. Errors: write_failed, with the system's message.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "publish/publish.h"

namespace precis::publish {

/// An edition's folder that no other build may write while this object lives.
class EditionFolder {
  public:
    /// Makes the folder if needed, waits at most `seconds` for a build that has it, and clears what a dead one left.
    /// `waiting` is called once if another build has it. Errors: write_failed, of a folder that cannot be made, or one
    /// that another build did not release in time.
    [[nodiscard]] static diag::Result<EditionFolder> open(const std::filesystem::path& folder, double seconds,
                                                          const std::function<void()>& waiting = {});
    EditionFolder(EditionFolder&&) noexcept;
    EditionFolder& operator=(EditionFolder&&) noexcept;
    /// Releases the lock, and removes a folder that was made and is still empty.
    ~EditionFolder();

    /// Writes the files and removes those named, all or nothing. Paths of files are in the folder, names relative to
    /// it.
    [[nodiscard]] diag::Diagnostics publish(const std::vector<File>& files, const std::vector<std::string>& removed);

  private:
    struct Impl;
    explicit EditionFolder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace precis::publish
