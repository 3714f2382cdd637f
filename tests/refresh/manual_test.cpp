// The chapter on databases of docs/data.md, followed to the letter: its model, its commands.
#include <sqlite3.h>

#include <sstream>

#include "catch.h"
#include "shop.h"

using namespace precis::test;

namespace {

/// The first block of that kind in the chapter.
std::string block(const std::string& kind) {
    const auto page = read_file(std::filesystem::path(PRECIS_SOURCE_DIR) / "docs" / "data.md");
    const auto chapter = page.find("\n## Databases\n");
    REQUIRE(chapter != std::string::npos);
    const auto begin = page.find("```" + kind + "\n", chapter);
    REQUIRE(begin < page.find("\n## ", chapter + 5));
    const auto text = begin + kind.size() + 4;
    return page.substr(text, page.find("```", text) - text);
}

}  // namespace

TEST_CASE("the manual's model and commands work", "[refresh]") {
    Shop shop;
    write_file(shop.path() / "data" / "model.yaml",
               "model: 1\nsources: {shop: {title: The shop, publisher: The shop, date: 2026}}\n" + block("yaml"));
    sqlite3* db = nullptr;
    sqlite3_open((shop.path() / "lake.db").c_str(), &db);
    const int made = sqlite3_exec(db,
                                  "CREATE TABLE orders(id integer, day date, region text, amount decimal(10, 2));"
                                  "INSERT INTO orders VALUES (2, '2026-01-03', 'North', 12.50), "
                                  "(1, '2026-01-02', 'South', 3), (3, '2025-12-31', 'North', 1)",
                                  nullptr, nullptr, nullptr);
    sqlite3_close(db);
    REQUIRE(made == SQLITE_OK);
    const auto dsn = "Driver=" + driver("libsqlite3odbc.so") + ";Database=" + (shop.path() / "lake.db").string();
    std::istringstream lines(block("sh"));
    std::size_t commands = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("precis ", 0) != 0) continue;
        ++commands;
        std::istringstream in(line.substr(7));
        std::vector<std::string> words;
        for (std::string word; in >> word;) words.push_back(word);
        const auto ran = shop.precis(words, dsn);
        INFO(line << "\n" << ran.out << ran.err);
        CHECK(ran.exit_code == 0);
    }
    CHECK(commands == 3);
    CHECK(shop.snapshot() == "id,day,region,amount\n1,2026-01-02,South,3\n2,2026-01-03,North,12.5\n");
}
