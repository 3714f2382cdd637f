// collect/clone.h: a local clone, read by libgit2: its head, commits, mailmap and tags. Private to the room.
//
// Nothing of the clone is run or written: no hook, no filter, no work tree. libgit2 is loaded at first use.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace precis::collect {

struct Commit {
    std::string name, address;  // of the author, after the project's own .mailmap
    std::int64_t authored = 0;  // seconds since 1970 in UTC
};

struct Tag {
    std::string name;
    std::int64_t time = 0;  // of an annotated tag: when it was made; else of its commit
    int offset = 0;         // of the zone in which that was, in minutes
};

/// What cannot be read, as a sentence without a final dot, and what to do.
struct CloneFault {
    std::string message, remedy;
};

class Clone {
  public:
    /// Opens the clone at a branch; an empty one is that which is checked out. Throws CloneFault.
    Clone(const std::filesystem::path& folder, const std::string& branch);
    ~Clone();
    Clone(Clone&&) noexcept;
    Clone& operator=(Clone&&) noexcept;
    Clone(const Clone&) = delete;
    Clone& operator=(const Clone&) = delete;

    [[nodiscard]] const std::string& head() const;  // the id of its last commit
    [[nodiscard]] std::int64_t ends() const;        // when that was committed
    [[nodiscard]] bool is_cut() const;              // a shallow clone: older commits are missing
    [[nodiscard]] std::string mailmap() const;      // the text of .mailmap in the last commit; empty: none
    /// Whether the commit is the head or one of its ancestors.
    [[nodiscard]] bool has(const std::string& commit) const;
    /// Each commit that the head has and `since` has not; all if that is empty. Throws CloneFault.
    void commits(const std::string& since, const std::function<void(const Commit&)>& take) const;
    /// All tags of commits, in any order. Throws CloneFault.
    [[nodiscard]] std::vector<Tag> tags() const;

  private:
    struct Open;
    std::unique_ptr<Open> open_;
};

}  // namespace precis::collect
