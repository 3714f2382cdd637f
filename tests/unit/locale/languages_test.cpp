// The built-in languages: each is whole, and writes numbers, dates and lists as its readers expect them.
#include <unicode/locid.h>
#include <unicode/ulocdata.h>
#include <unicode/unistr.h>

#include <set>

#include "catch.h"
#include "locale/language.h"
#include "locale/locale.h"

using namespace precis;
using locale::Locale;

namespace {

/// With plain spaces, so that the examples can be read.
std::string plain(std::string text) {
    for (const std::string space : {"\u00a0", "\u202f"})
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space))
            text.replace(at, space.size(), " ");
    return text;
}

struct Expected {
    const char *tag, *date, *month, *quarter, *number, *percent, *list;
};
constexpr Expected kExpected[] = {
    {"ar", "20 أبريل 2026", "أبريل 2026", "الربع 2 من 2026", "1,234,567.89", "68%", "A وB وC"},
    {"cs", "20. dubna 2026", "duben 2026", "2. čtvrtletí 2026", "1 234 567,89", "68 %", "A, B a C"},
    {"da", "20. april 2026", "april 2026", "2. kvt. 2026", "1.234.567,89", "68 %", "A, B og C"},
    {"de", "20. April 2026", "April 2026", "Q2 2026", "1.234.567,89", "68 %", "A, B und C"},
    {"el", "20 Απριλίου 2026", "Απρίλιος 2026", "Τ2 2026", "1.234.567,89", "68%", "A, B και C"},
    {"en-GB", "20 April 2026", "April 2026", "Q2 2026", "1,234,567.89", "68%", "A, B and C"},
    {"en-US", "April 20, 2026", "April 2026", "Q2 2026", "1,234,567.89", "68%", "A, B, and C"},
    {"es", "20 de abril de 2026", "abril de 2026", "T2 2026", "1.234.567,89", "68 %", "A, B y C"},
    {"fr", "20 avril 2026", "avril 2026", "T2 2026", "1 234 567,89", "68 %", "A, B et C"},
    {"he", "20 באפריל 2026", "אפריל 2026", "רבעון 2 2026", "1,234,567.89", "68%", "A, B ו-C"},
    {"hi", "20 अप्रैल 2026", "अप्रैल 2026", "2026 की तिमाही 2", "12,34,567.89", "68%", "A, B, और C"},
    {"it", "20 aprile 2026", "aprile 2026", "T2 2026", "1.234.567,89", "68%", "A, B e C"},
    {"ja", "2026年4月20日", "2026年4月", "2026年第2四半期", "1,234,567.89", "68%", "A、B、C"},
    {"ko", "2026년 4월 20일", "2026년 4월", "2026년 2분기", "1,234,567.89", "68%", "A, B 및 C"},
    {"nb", "20. april 2026", "april 2026", "2. kv. 2026", "1 234 567,89", "68 %", "A, B og C"},
    {"nl", "20 april 2026", "april 2026", "K2 2026", "1.234.567,89", "68%", "A, B en C"},
    {"pl", "20 kwietnia 2026", "kwiecień 2026", "2 kw. 2026", "1 234 567,89", "68%", "A, B i C"},
    {"pt", "20 de abril de 2026", "abril de 2026", "T2 2026", "1 234 567,89", "68%", "A, B e C"},
    {"pt-BR", "20 de abril de 2026", "abril de 2026", "T2 2026", "1.234.567,89", "68%", "A, B e C"},
    {"ru", "20 апреля 2026 г.", "апрель 2026 г.", "2 кв. 2026 г.", "1 234 567,89", "68 %", "A, B и C"},
    {"sv", "20 april 2026", "april 2026", "kv. 2 2026", "1 234 567,89", "68 %", "A, B och C"},
    {"tr", "20 Nisan 2026", "Nisan 2026", "2. çeyrek 2026", "1.234.567,89", "%68", "A, B ve C"},
    {"uk", "20 квітня 2026 р.", "квітень 2026 р.", "2 кв. 2026 р.", "1 234 567,89", "68%", "A, B і C"},
    {"zh", "2026年4月20日", "2026年4月", "2026年第2季度", "1,234,567.89", "68%", "A、B和C"},
    {"zh-Hant", "2026年4月20日", "2026年4月", "2026年第2季", "1,234,567.89", "68%", "A、B和C"},
};

std::string delimiter(const char* tag, ULocaleDataDelimiterType type) {
    UErrorCode status = U_ZERO_ERROR;
    auto* data = ulocdata_open(icu::Locale::forLanguageTag(tag, status).getName(), &status);
    UChar text[8];
    const auto length = ulocdata_getDelimiter(data, type, text, 8, &status);
    ulocdata_close(data);
    std::string out;
    if (U_SUCCESS(status)) icu::UnicodeString(text, length).toUTF8String(out);
    return out;
}

}  // namespace

TEST_CASE("each built-in language writes dates, numbers and lists in its own way", "[locale]") {
    CHECK(locale::built_in_languages().size() == std::size(kExpected));
    for (const auto& expected : kExpected) {
        INFO(expected.tag);
        const auto found = Locale::find(expected.tag);
        REQUIRE(found);
        CHECK(plain(found->date("2026-04-20")) == expected.date);
        CHECK(plain(found->date("2026-04")) == expected.month);
        CHECK(plain(found->date("2026-Q2")) == expected.quarter);
        locale::NumberFormat cents;
        cents.decimals = 2;
        CHECK(plain(found->number(1234567.89, cents)) == expected.number);
        CHECK(plain(found->percent("68")) == expected.percent);
        CHECK(plain(found->list({"A", "B", "C"})) == expected.list);
    }
}

TEST_CASE("the files of languages are sorted, whole and different", "[locale]") {
    std::set<std::string_view> figures;
    std::string_view before;
    for (const auto& language : locale::built_in_languages()) {
        INFO(language.tag);
        CHECK(before < language.tag);
        before = language.tag;
        REQUIRE(language.words.size() == locale::kWordKeys.size());
        for (std::size_t i = 0; i < language.words.size(); ++i) {
            INFO(locale::kWordKeys[i]);
            CHECK_FALSE(language.words[i].empty());
        }
        for (const auto& number : language.numbers) CHECK_FALSE(number.empty());
        CHECK(std::set(language.numbers.begin(), language.numbers.end()).size() == language.numbers.size());
        figures.insert(locale::fixed_word(language, "sources-lead-by-author"));
    }
    CHECK(figures.size() >= 22);  // English twice, no text of another language left in a copy
    CHECK(std::is_sorted(locale::kWordKeys.begin(), locale::kWordKeys.end()));
}

TEST_CASE("quotation marks are CLDR's", "[locale]") {
    for (const auto& language : locale::built_in_languages()) {
        const std::string tag(language.tag == "pt" ? "pt-PT" : language.tag);
        INFO(tag);
        const auto mark = [&](std::size_t i) {
            auto text = plain(std::string(language.quotes[i]));
            std::erase(text, ' ');
            return text;
        };
        CHECK(mark(0) == delimiter(tag.c_str(), ULOCDATA_QUOTATION_START));
        CHECK(mark(1) == delimiter(tag.c_str(), ULOCDATA_QUOTATION_END));
        // The house sets quotations inside others in “ ”; CLDR has the outer marks again.
        if (tag == "fr" || tag == "nl") continue;
        CHECK(mark(2) == delimiter(tag.c_str(), ULOCDATA_ALT_QUOTATION_START));
        CHECK(mark(3) == delimiter(tag.c_str(), ULOCDATA_ALT_QUOTATION_END));
    }
}

TEST_CASE("ranges leave out what both ends share", "[locale]") {
    const auto date = [](const char* tag, const char* iso) { return plain(Locale::find(tag)->date(iso)); };
    CHECK(date("ja", "2026-04-07/2026-04-08") == "2026年4月7日～8日");
    CHECK(date("zh", "2026-04/2026-06") == "2026年4月至6月");
    CHECK(date("es", "2026-04-07/2026-04-08") == "7–8 de abril de 2026");
    CHECK(date("cs", "2026-04-30/2026-05-02") == "30. dubna – 2. května 2026");
    CHECK(date("ko", "2026-Q1/2026-Q3") == "2026년 1분기~3분기");
    CHECK(plain(Locale::find("ru")->date_in_year("2026-04-07/2026-04-08")) == "7–8 апреля");
}

TEST_CASE("plural forms and ordinals are those of the language", "[locale]") {
    CHECK(Locale::find("pl")->plural(1) == "one");
    CHECK(Locale::find("pl")->plural(3) == "few");
    CHECK(Locale::find("pl")->plural(5) == "many");
    CHECK(Locale::find("ar")->plural(2) == "two");
    CHECK(Locale::find("ja")->plural(1) == "other");
    CHECK(Locale::find("fr")->ordinal(1) == "1er");
    CHECK(Locale::find("sv")->ordinal(2) == "2:a");
    CHECK(Locale::find("sv")->ordinal(3) == "3:e");
    CHECK(Locale::find("ja")->ordinal(3) == "第3");
}

TEST_CASE("digits are Latin, signs of money those of the country", "[locale]") {
    CHECK(Locale::find("ar-EG")->number(-1234, {}) == "−1,234");
    CHECK(plain(Locale::find("pt-BR")->money("5", "BRL")) == "R$ 5");
    CHECK(plain(Locale::find("nl")->money("5", "EUR")) == "€ 5");
    CHECK(plain(Locale::find("sv")->money("5", "SEK")) == "5 kr");
    CHECK(plain(Locale::find("zh")->money("5", "JPY")) == "JPY 5");
    CHECK(Locale::find("zh")->money("5", "CNY") == "¥5");
    CHECK(Locale::find("zh-TW")->money("5", "TWD") == "NT$5");
}

TEST_CASE("a tag means the words of its letters", "[locale]") {
    const auto words_of = [](std::string_view tag) { return locale::find_built_in(tag)->tag; };
    for (const auto* tag : {"zh-Hant", "zh-TW", "zh-HK", "zh-MO", "zh-Hant-MY"}) CHECK(words_of(tag) == "zh-Hant");
    for (const auto* tag : {"zh", "zh-Hans", "zh-CN", "zh-SG", "zh-Hans-HK"}) CHECK(words_of(tag) == "zh");
    for (const auto* tag : {"no", "nb", "no-NO", "nb-NO"}) CHECK(words_of(tag) == "nb");
    CHECK(Locale::find("zh-TW")->word("contents") == "目錄");
    CHECK(plain(Locale::find("no")->date("2026-04-20")) == "20. april 2026");
    CHECK(locale::find_built_in("nok") == nullptr);
}
