// Line breaks of simple text, compared with Pango's.
#include "text/simple_breaks.h"

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "catch.h"
#include "soak.h"
#include "text/any_script.h"

namespace {

using namespace precis;

std::vector<std::uint8_t> by_pango(const std::string& text) {
    return text::breaks_of(text, false, "en");
}

// The text with a bar at each place where a line may end.
std::string barred(const std::string& text, const std::vector<std::uint8_t>& breaks) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (breaks[i]) out += '|';
        out += text[i];
    }
    return out;
}

std::string shown(const std::string& text) {
    std::vector<std::uint8_t> breaks;
    REQUIRE(text::simple_breaks(text, breaks));
    return barred(text, breaks);
}

constexpr const char* kAlphabet[] = {
    "a",      "b", "Z", "é", "ß", "1", "2", "0",  " ", " ", " ", ".",  ",", ":", ";", "!",      "?",
    "-",      "–", "—", "…", "(", ")", "[", "]",  "{", "}", "/", "\"", "'", "“", "”", "‘",      "’",
    "«",      "»", "‹", "›", "%", "‰", "€", "$",  "£", "+", "±", "×",  "=", "<", ">", "\u00a0", "\u202f",
    "\u2009", "&", "#", "@", "*", "_", "|", "\\", "§", "°", "·", "•",  "†", "→", "−", "≥",      "≤",
    "½",      "²", "™", "©", "¿", "¡", "´", "‑",  "‐", "~", "^", "■",  "●"};

}  // namespace

TEST_CASE("lines end at spaces, after hyphens and around dashes", "[text]") {
    CHECK(shown("one two, three") == "one |two, |three");
    CHECK(shown("open-source") == "open-|source");
    CHECK(shown("from 10 to 20 % (n = 5)") == "from |10 |to |20 |% |(n |= |5)");
    CHECK(shown("2026-04-07") == "2026-04-07");
    CHECK(shown("either/or — both") == "either/|or |— |both");
    CHECK(shown("10\u00a0% of “all” of it") == "10\u00a0% |of |“all” |of |it");
}

TEST_CASE("random simple text breaks where Pango breaks it", "[text][property]") {
    const unsigned seed = GENERATE(from_range(precis::test::seeds(20261121)));
    INFO("seed " << seed);
    std::mt19937 random(seed);
    std::size_t known = 0;
    for (int n = 0; n < 100000; ++n) {
        std::string text;
        for (auto left = 1 + random() % 12; left > 0; --left) text += kAlphabet[random() % std::size(kAlphabet)];
        std::vector<std::uint8_t> breaks;
        if (!text::simple_breaks(text, breaks)) continue;
        ++known;
        const auto expected = by_pango(text);
        if (breaks != expected) {
            CHECK(barred(text, breaks) == barred(text, expected));
            if (n > 2000) break;
        }
    }
    CHECK(known > 50000);
}

TEST_CASE("the samples' and the model's texts break where Pango breaks them", "[text]") {
    const std::filesystem::path root = PRECIS_SOURCE_DIR;
    std::size_t lines = 0;
    for (const char* folder : {"samples", "data", "docs"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const auto ending = entry.path().extension();
            if (ending != ".yaml" && ending != ".md" && ending != ".csv") continue;
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line) && lines < 20000; ++lines) {
                std::vector<std::uint8_t> breaks;
                if (line.empty() || !text::simple_breaks(line, breaks)) continue;
                if (const auto expected = by_pango(line); breaks != expected)
                    CHECK(barred(line, breaks) == barred(line, expected));
            }
        }
    CHECK(lines > 500);
}
