// A small project with an output for each way in which a build reads a fact.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "json/node.h"
#include "program.h"

namespace precis::test {

class Project {
  public:
    Project();

    Ran precis(std::vector<std::string> words, std::map<std::string, std::string> environment = {}) const;
    /// `precis build WORDS`, which must succeed.
    Ran built(std::vector<std::string> words = {}) const;
    json::Node status(int exit_code) const;
    /// Names of targets that a build would make, by `precis status`.
    std::set<std::string> stale() const;
    /// The reasons of one target.
    std::vector<std::string> why(const std::string& target) const;
    json::Node record() const;
    /// Replaces `what` in a file by `with`.
    void change(const std::string& file, const std::string& what, const std::string& with) const;
    /// Hashes of all files in out/note, by `sha256sum`.
    std::string sums() const;

    Folder folder{"editions"};
    std::filesystem::path out() const { return folder / "out/note"; }
};

/// The names of all of its targets.
extern const std::set<std::string> kAll;

json::Node parsed(const std::string& text);
std::vector<std::string> texts(const json::Node* list);
inline std::string text_of(const json::Node& node, std::string_view key) {
    return node.find(key)->text.text;
}

}  // namespace precis::test
