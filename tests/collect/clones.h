// Repositories that tests make with git, and runs of `precis collect git` over them.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "catch.h"
#include "program.h"

namespace precis::test {

struct Author {
    std::string name, address;
};
inline const Author kOne{"Person One", "one@example.org"}, kTwo{"Person Two", "two@example.org"},
    kBot{"helper[bot]", "1+helper[bot]@users.noreply.example.org"};

class Repository {
  public:
    explicit Repository(std::filesystem::path folder) : folder_(std::move(folder)) {
        std::filesystem::create_directories(folder_);
        git({"init", "-q", "-b", "main"});
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

    std::string git(std::vector<std::string> words, const std::map<std::string, std::string>& more = {}) const {
        words.insert(words.begin(), "git");
        std::map<std::string, std::string> environment{
            {"GIT_CONFIG_GLOBAL", "/dev/null"},  {"GIT_CONFIG_SYSTEM", "/dev/null"},
            {"GIT_AUTHOR_NAME", kOne.name},      {"GIT_AUTHOR_EMAIL", kOne.address},
            {"GIT_COMMITTER_NAME", "Committer"}, {"GIT_COMMITTER_EMAIL", "committer@example.org"}};
        for (const auto& [name, value] : more) environment[name] = value;
        const auto ran = run(words, folder_, environment);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return ran.out;
    }
    /// A commit that was written, and committed, at these moments.
    void commit(const Author& author, const std::string& authored, const std::string& committed) const {
        git({"commit", "-q", "--allow-empty", "-m", "a change"}, {{"GIT_AUTHOR_NAME", author.name},
                                                                  {"GIT_AUTHOR_EMAIL", author.address},
                                                                  {"GIT_AUTHOR_DATE", authored},
                                                                  {"GIT_COMMITTER_DATE", committed}});
    }
    void commit(const Author& author, const std::string& moment) const { commit(author, moment, moment); }
    void write(const std::string& name, const std::string& text) const {
        write_file(folder_ / name, text);
        git({"add", name});
    }
    void tag(const std::string& name) const { git({"tag", name}); }
    void annotated_tag(const std::string& name, const std::string& moment) const {
        git({"tag", "-a", "-m", name, name}, {{"GIT_COMMITTER_DATE", moment}});
    }
    [[nodiscard]] std::string head() const {
        const auto out = git({"rev-parse", "HEAD"});
        return out.substr(0, out.find('\n'));
    }

  private:
    std::filesystem::path folder_;
};

}  // namespace precis::test
