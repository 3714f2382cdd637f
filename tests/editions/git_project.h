// A project in a git repository, made by the test, with a number for each cause of a change.
#pragma once
#include "project.h"

namespace precis::test {

class GitProject {
  public:
    /// The first edition, committed and tagged v1. Its folder is `below` in the repository; empty: the repository's.
    explicit GitProject(const std::string& below = {});

    void change(const std::string& file, const std::string& what, const std::string& with) const;
    void write(const std::string& file, const std::string& text) const;
    void git(std::vector<std::string> words) const;
    /// All that has changed becomes a commit.
    void commit() const;
    Ran precis(std::vector<std::string> words) const;
    /// `precis diff WORDS --format json`, which must succeed.
    json::Node diff(std::vector<std::string> words) const;

    Folder repository{"causes"};
    std::filesystem::path root;
};

/// A line for each number: "fallen +100 %: +9 new period, +1 revised value". Amounts are as JSON has them.
std::vector<std::string> lines_of(const json::Node& diff);
/// Amounts of a number's steps, and `to` less `from`.
std::pair<double, double> sums_of(const json::Node& number);

/// The second edition: each cause once, two together in `fallen` and in `landed`.
void plant_changes(const GitProject& project);

}  // namespace precis::test
