// Numbers, signs and small words in the six languages.
#include "catch.h"
#include "locale/locale.h"
#include "vocabulary/fixed_words.h"

using precis::locale::Locale;
using precis::locale::NumberFormat;
using precis::locale::Spread;

namespace {
Locale in(std::string_view tag) {
    return Locale::find(tag).value();
}
}  // namespace

TEST_CASE("numbers are grouped and signed as the language has it", "[locale]") {
    CHECK(in("en-GB").number(3400, {}) == "3,400");
    CHECK(in("en-GB").number(-9.7, {.decimals = 1}) == "−9.7");
    CHECK(in("en-GB").number(69.6, {.decimals = 0, .signed_always = true}) == "+70");
    CHECK(in("fr").number(3400.5, {.decimals = 1}) == "3\u202f400,5");
    CHECK(in("de").number(3400.5, {.decimals = 1}) == "3.400,5");
    CHECK(in("hi").number(1234567, {}) == "12,34,567");
    CHECK(in("zh").number(1234567, {}) == "1,234,567");
    CHECK(in("en-GB").number(2026, {.grouping = false}) == "2026");
}

TEST_CASE("halves are rounded away from zero, as they are printed", "[locale]") {
    CHECK(in("en-GB").number(2.675, {.decimals = 2}) == "2.68");
    CHECK(in("en-GB").number(0.5, {}) == "1");
    CHECK(in("en-GB").number(-2.5, {}) == "−3");
    CHECK(in("en-GB").number(-0.2, {}) == "0");
}

TEST_CASE("numbers beyond figures are powers of ten, in the language's figures", "[locale]") {
    CHECK(in("en-GB").power_of_ten(1.5e-8) == "1.5\u00a0×\u00a010⁻⁸");
    CHECK(in("de").power_of_ten(-1.25e15) == "−1,25\u00a0×\u00a010¹⁵");
    CHECK(in("en-GB").power_of_ten(9.999e9) == "1\u00a0×\u00a010¹⁰");
    CHECK(in("en-GB").power_of_ten(1.23456e20, 5) == "1.23456\u00a0×\u00a010²⁰");
    CHECK(in("en-GB").power_of_ten(0) == "0");
    CHECK(precis::locale::decimals_of_currency("EUR") == 2);
    CHECK(precis::locale::decimals_of_currency("JPY") == 0);
}

TEST_CASE("large numbers can be written compactly", "[locale]") {
    const NumberFormat words{.decimals = 1, .spread = Spread::compact_long, .trim_zeros = true};
    const NumberFormat signs{.decimals = 1, .spread = Spread::compact_short, .trim_zeros = true};
    CHECK(in("en-GB").number(1500000, words) == "1.5\u00a0million");
    CHECK(in("en-GB").number(2000000, words) == "2\u00a0million");
    CHECK(in("en-GB").number(1500000, signs) == "1.5M");
    CHECK(in("en-US").number(1500000, signs) == "1.5M");
    CHECK(in("de").number(1500000, words) == "1,5\u00a0Millionen");
    CHECK(in("en-GB").number(42, words) == "42");
}

TEST_CASE("percent and currency signs are placed as the language has it", "[locale]") {
    CHECK(in("en-GB").percent("68") == "68%");
    CHECK(in("fr").percent("68") == "68\u202f%");
    CHECK(in("de").percent("68") == "68\u00a0%");
    CHECK(in("en-GB").points("18.5") == "18.5\u00a0pp");
    CHECK(in("en-GB").money("1.5\u00a0million", "USD") == "$1.5\u00a0million");
    CHECK(in("en-GB").money("−3", "USD") == "−$3");
    CHECK(in("en-GB").money("5", "CAD") == "CAD\u00a05");
    CHECK(in("de").money("5", "EUR") == "5\u00a0€");
}

TEST_CASE("small numbers in words, and ordinals", "[locale]") {
    CHECK(in("en-GB").in_words(7) == "seven");
    CHECK(in("en-GB").in_words(12) == "twelve");
    CHECK(in("en-GB").in_words(13) == "13");
    CHECK(in("fr").in_words(2) == "deux");
    CHECK(in("en-GB").ordinal(7) == "7th");
    CHECK(in("en-GB").ordinal(11) == "11th");
    CHECK(in("en-GB").ordinal(22) == "22nd");
    CHECK(in("de").ordinal(7) == "7.");
}

TEST_CASE("fixed words come in every language, and an unknown key is itself", "[locale]") {
    for (const auto* tag : {"fr", "de", "hi", "zh"}) {
        for (const auto* key :
             {"figure", "table", "source", "note", "sources", "more-than", "forecast", "findings", "recommendations",
              "watch", "own-analysis", "undated", "continued", "so"}) {
            INFO(tag << " " << key);
            CHECK(in(tag).word(key) != key);
        }
    }
    CHECK(in("en-GB").word("more-than") == "more than");
    CHECK(in("en-GB").word("no-such-word") == "no-such-word");
}

TEST_CASE("an unknown language is refused, an unknown region is not", "[locale]") {
    CHECK_FALSE(Locale::find("tlh"));
    CHECK_FALSE(Locale::find(""));
    CHECK(Locale::find("fr-CA"));
    CHECK(in("fr-CA").word("table") == "Tableau");
}

TEST_CASE("a first letter can be raised", "[locale]") {
    CHECK(in("en-GB").raised("more than 600") == "More than 600");
    CHECK(in("fr").raised("élevé") == "Élevé");
    CHECK(in("en-GB").raised("600 came") == "600 came");
    CHECK(in("en-GB").raised("").empty());
}

TEST_CASE("every fixed word that authors may replace is known in every language", "[locale]") {
    for (const auto& word : precis::vocabulary::fixed_words()) {
        INFO(word.name);
        CHECK(in("zh").word(word.name) != word.name);
        CHECK_FALSE(in("fr").word(word.name).empty());
    }
}

TEST_CASE("words of one's own replace the fixed ones", "[locale]") {
    const auto own = in("de").with_words({{"figure", "Bild"}});
    CHECK(own.word("figure") == "Bild");
    CHECK(own.word("table") == "Tabelle");
    CHECK(in("de").word("figure") == "Abbildung");
}
