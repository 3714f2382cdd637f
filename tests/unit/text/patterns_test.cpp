// Hyphenation patterns: the plain reader finds the same points as libhyphen, in every dictionary that it accepts.
#include "text/patterns.h"

#include <hyphen.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>

#include "catch.h"

using precis::text::Patterns;

namespace {

std::string file(const std::string& name) {
    std::ifstream in(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> words() {
    std::vector<std::string> all{"hyphenation",  "procurement", "curriculum",
                                 "accelerators", "reliability", "ecosystem"};
    for (const auto* name : {"/README.md", "/data/README.md", "/src/README.md"}) {
        std::string word;
        for (const char c : file(PRECIS_SOURCE_DIR + std::string(name))) {
            const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            if (small >= 'a' && small <= 'z') {
                word += small;
            } else {
                if (word.size() > 4) all.push_back(word);
                word.clear();
            }
        }
    }
    return all;
}

}  // namespace

TEST_CASE("a pattern's odd digit divides, a higher even one forbids", "[text]") {
    const auto patterns = Patterns::read("UTF-8\nLEFTHYPHENMIN 2\na1b\nca2b\n").value();
    CHECK(patterns.divisions("xabx") == std::vector<bool>{false, true, false, false});
    CHECK(patterns.divisions("cabx") == std::vector<bool>{false, false, false, false});
}

TEST_CASE("what needs libhyphen is left to it", "[text]") {
    CHECK_FALSE(Patterns::read("UTF-8\nf1f/ff=f,2,2\n"));
    CHECK_FALSE(Patterns::read("UTF-8\na1b\nNEXTLEVEL\nb1c\n"));
    CHECK_FALSE(Patterns::read("KOI8-R\na1b\n"));
    CHECK_FALSE(Patterns::read(""));
}

TEST_CASE("plain patterns divide as libhyphen does", "[text][property]") {
    const auto all = words();
    REQUIRE(all.size() > 200);
    for (const std::string name : {"en_GB", "en_US", "de", "fr"}) {
        const auto path = "/usr/share/hyphen/hyph_" + name + ".dic";
        const auto plain = Patterns::read(file(path));
        if (!plain) continue;
        INFO(name);
        const std::unique_ptr<HyphenDict, void (*)(HyphenDict*)> full(hnj_hyphen_load(path.c_str()), hnj_hyphen_free);
        REQUIRE(full);
        for (const auto& word : all) {
            INFO(word);
            std::vector<char> marks(word.size() + 5);
            char** replaced = nullptr;
            int *places = nullptr, *cuts = nullptr;
            REQUIRE(hnj_hyphen_hyphenate3(full.get(), word.c_str(), static_cast<int>(word.size()), marks.data(),
                                          nullptr, &replaced, &places, &cuts, 2, 3, 2, 3) == 0);
            const auto divides = plain->divisions(word);
            for (std::size_t i = 1; i + 3 < word.size(); ++i) CHECK(divides[i] == ((marks[i] & 1) != 0));
            free(replaced), free(places), free(cuts);
        }
    }
}
