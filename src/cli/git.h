// cli/git.h: files as they were at a revision of a git repository, by the program `git`.
// Stage: a revision's name -> COMMIT -> files in a temporary folder.
//
// Git is asked for objects only: it runs no hook and no filter of the repository, asks no other machine and writes
// nothing. Contents are those of the repository, byte for byte: line endings and filters of .gitattributes are not
// applied. Links are left out, as a project reads no file outside of its folder.
// Errors: no_revision (no git, no repository, no such revision); write_failed.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::cli {

/// A folder of its own below TMPDIR, removed with the object.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    /// Empty if none could be made.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

struct Commit {
    std::string id;
    std::string date;  // ISO 8601, of the commit, in UTC
};

class Git {
  public:
    /// The repository that the folder lies in.
    [[nodiscard]] static diag::Result<Git> around(const std::filesystem::path& folder);

    [[nodiscard]] diag::Result<Commit> commit(const std::string& revision) const;

    /// Writes the files below the repository's folder `folder_` (that of around()) into `into`, without those below
    /// `except`, a path relative to it; empty: all.
    [[nodiscard]] diag::Diagnostics take_out(const Commit& commit, const std::filesystem::path& into,
                                             const std::string& except) const;

    /// Contents that a file of this path had in any commit, newest first, until `take` says that it has what it wants.
    void each_content(const std::string& path, const std::function<bool(std::string_view)>& take) const;

  private:
    struct Answer {
        int exit_code = -1;
        std::string out, err;
    };
    struct Entry {
        std::string id, path;
    };
    Git() = default;
    [[nodiscard]] Answer ask(const std::vector<std::string>& words, const std::string& in = {}) const;
    /// Calls `take` with the content of each object, in order; false if git stopped early.
    bool each_object(const std::vector<Entry>& entries,
                     const std::function<bool(const Entry&, std::string_view)>& take) const;

    std::filesystem::path folder_;
    std::string prefix_;  // of folder_ in the repository, with a slash at its end; empty: it is the repository's
};

}  // namespace precis::cli
