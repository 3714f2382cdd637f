// A small project whose parts a test replaces by hostile ones, and the bounds that every run keeps.
#pragma once
#include <string>
#include <vector>

#include "catch.h"
#include "program.h"

namespace precis::test {

inline std::string repeated(const std::string& text, std::size_t count) {
    std::string out;
    out.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

/// Briefing `b.yaml` with one table `t` of `data/t.EXTENSION` and one query.
class Project {
  public:
    explicit Project(const std::string& query = "SELECT * FROM t", const std::string& extension = "csv") {
        write("precis.yaml", "precis: 1\n");
        write(
            "data/model.yaml",
            "model: 1\nsources:\n  s: {title: Numbers, publisher: The author, date: 2026-08}\ntables:\n  t: {file: t." +
                extension + ", source: s}\n");
        write("b.yaml",
              "briefing: 1\ntitle: Mini\ndate: 2026-08-31\noutputs: {report: {layout: research-note}}\n"
              "sections:\n  - id: x\n    title: X\n    body: Text.\n    exhibits:\n"
              "      - {id: \"tab:t\", table: all, title: T, query: \"" +
                  query + "\"}\n");
        write("data/t.csv", "k,v\na,1\n");
    }
    void write(const std::string& name, const std::string& text) const { (void)folder_.write(name, text); }
    const std::filesystem::path& path() const { return folder_.path(); }
    /// Runs the program. Whatever the input, it ends by itself, takes little memory and never breaks.
    Ran run(std::vector<std::string> words, long most_mb = 512) const {
        words.insert(words.begin(), precis_program());
        auto ran = test::run(words, path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        INFO(ran.err.substr(0, 3000));
        CHECK(ran.exit_code >= 0);
        CHECK(ran.exit_code <= 4);
        CHECK(ran.peak_kb < most_mb * 1024);
        return ran;
    }
    /// The run ends with an error of this code, and one of its lines says `words`.
    void refuses(const std::vector<std::string>& command, const std::string& words) const {
        const auto ran = run(command);
        INFO(ran.err.substr(0, 3000));
        CHECK(ran.exit_code == 1);
        CHECK(ran.err.find(words) != std::string::npos);
    }

  private:
    Folder folder_{"hostile"};
};

}  // namespace precis::test
