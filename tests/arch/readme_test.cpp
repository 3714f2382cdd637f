// What the README tells a reader to type, typed: its first briefing is built by its own commands.
#include <sstream>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

/// The fenced blocks of a language, in order.
std::vector<std::string> blocks(const std::string& text, const std::string& language) {
    std::vector<std::string> out;
    std::istringstream in(text);
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (!inside && line == "```" + language) {
            inside = true;
            out.emplace_back();
        } else if (inside && line == "```") {
            inside = false;
        } else if (inside) {
            out.back() += line + "\n";
        }
    }
    return out;
}

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream in(line.substr(0, line.find('#')));
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

}  // namespace

TEST_CASE("the README's first briefing is built by the README's commands", "[arch][readme]") {
    const auto readme = read_file(kRoot / "README.md");
    const auto briefings = blocks(readme, "yaml");
    REQUIRE(briefings.size() == 1);
    const Folder folder("readme");
    fs::copy(kRoot / "data", folder.path() / "data", fs::copy_options::recursive);
    fs::copy(kRoot / "layouts", folder.path() / "layouts", fs::copy_options::recursive);
    for (const auto* file : {"precis.yaml", "audiences.yaml"}) fs::copy_file(kRoot / file, folder.path() / file);
    write_file(folder.path() / "first.yaml", briefings[0]);

    std::size_t ran = 0;
    for (const auto& block : blocks(readme, "sh")) {
        std::istringstream in(block);
        for (std::string line; std::getline(in, line);) {
            auto words = words_of(line);
            if (words.empty() || words[0] != "build/precis") continue;
            words[0] = precis_program();
            const auto result = run(words, folder.path(), {{"PRECIS_DATA", kRoot}});
            INFO(line << "\n" << result.out << result.err);
            CHECK(result.exit_code == 0);
            ++ran;
        }
    }
    CHECK(ran == 7);
    CHECK(fs::exists(folder.path() / "out" / "first" / "report.pdf"));
}
