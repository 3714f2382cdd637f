// data/snapshot/snapshot_file.h: a snapshot while it is written: beside the old one, which it replaces as a whole.
// Stage: sorted rows -> SNAPSHOT FILE -> disk. Private to the sub-room.
// Format: RFC 4180 with line feeds, so that version control shows a changed row as one changed line.
// Errors: `fault()` is errno's message, empty as long as all is well; after a fault nothing is replaced.
#pragma once
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace precis::data {

class SnapshotFile {
  public:
    /// Signals that end the process are held back while this lives, so that no temporary file is left behind.
    explicit SnapshotFile(std::filesystem::path target);
    ~SnapshotFile();
    SnapshotFile(const SnapshotFile&) = delete;
    SnapshotFile& operator=(const SnapshotFile&) = delete;

    bool write_row(const std::vector<std::string_view>& cells);
    /// Ends the writing; the old file is replaced if a byte differs. Gives whether it was.
    bool replace();
    const std::string& fault() const { return fault_; }

  private:
    bool failed();
    bool same_as_target();

    std::filesystem::path target_, temporary_;
    sigset_t before_{};
    std::FILE* file_ = nullptr;
    std::string line_, fault_;
};

}  // namespace precis::data
