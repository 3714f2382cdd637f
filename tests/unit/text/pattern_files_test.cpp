// Which file divides a language's words, and in which encoding it is.
#include <filesystem>
#include <fstream>

#include "../../folder.h"
#include "catch.h"
#include "text/hyphenator.h"

using namespace precis;

TEST_CASE("patterns are read from the file that a table names, in its encoding", "[text]") {
    const test::Folder folder("patterns");
    const auto polish = folder.path() / "polish.dic", russian = folder.path() / "russian.dic";
    std::ofstream(polish, std::ios::binary) << "ISO8859-2\n\xBF"
                                               "1k\n";  // ż1k
    std::ofstream(russian, std::ios::binary) << "KOI8-R\r\n\xC1"
                                                "1\xC2\r\n";  // а1б
    text::Hyphenator hyphenator;
    hyphenator.use({{"pl", polish.string()}, {"ru", russian.string()}, {"xx", (folder.path() / "none.dic").string()}});
    using Points = std::vector<std::size_t>;
    CHECK(hyphenator.points("książkami", "pl") == Points{std::string("książ").size()});
    CHECK(hyphenator.points("КРАБОВЫЙ", "ru-RU") == Points{std::string("КРА").size()});
    CHECK(hyphenator.points("extraordinary", "xx").empty());
    CHECK(hyphenator.points("extraordinary", "en-GB").empty());  // a table without English
}

TEST_CASE("a language is looked up by its whole tag first", "[text]") {
    const text::PatternFiles files{{"pt", "a"}, {"pt-BR", "b"}};
    CHECK(text::find_patterns(files, "pt-BR")->second == "b");
    CHECK(text::find_patterns(files, "pt-AO")->second == "a");
    CHECK(text::find_patterns(files, "sv") == files.end());
}
