// What docs/brand.md tells a reader to type, typed.
#include <sstream>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

TEST_CASE("docs/brand.md makes a firm's look by its own files and commands", "[arch][docs]") {
    const fs::path root = PRECIS_SOURCE_DIR;
    const Folder folder("brand");
    std::istringstream in(read_file(root / "docs" / "brand.md"));
    std::string kind, block, said;
    std::size_t files = 0, ran = 0;
    const auto use = [&](const std::string& line) {
        if (kind == "yaml" && block.starts_with("# ")) {  // a whole file begins with its name
            write_file(folder.path() / block.substr(2, block.find('\n') - 2), block);
            ++files;
        }
        std::istringstream commands(kind == "sh" ? block : "");
        for (std::string command; std::getline(commands, command);) {
            std::istringstream text(command.substr(0, command.find('#')));
            std::vector<std::string> words;
            for (std::string word; text >> word;) words.push_back(word);
            if (words.empty()) continue;
            REQUIRE(words[0] == "precis");
            words[0] = precis_program();
            const auto result = run(words, folder.path(), {{"PRECIS_DATA", root}});
            INFO(command << "\n" << result.out << result.err);
            CHECK(result.exit_code == 0);
            said += result.out + result.err;
            ++ran;
        }
        block.clear();
        kind = line == "```" ? "" : line.substr(3);
    };
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("```"))
            use(line);
        else
            block += line + "\n";
    }
    CHECK(files == 3);
    CHECK(ran == 2);
    for (const char* word : {"contrast_low", "colors_alike"}) CHECK(said.find(word) == std::string::npos);
    for (const char* file : {"report.pdf", "data.pdf", "deck.pdf", "deck.pptx", "page.pdf"})
        CHECK(fs::exists(folder.path() / "out" / "note" / file));
}
