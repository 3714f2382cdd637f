// The table of languages: quotation marks, spaces, the order of dates, small numbers in words.
#include "locale/language.h"

#include <cstddef>

namespace precis::locale {
namespace {

constexpr std::array<std::string_view, 13> kEnglish = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                       "seven", "eight", "nine", "ten",   "eleven", "twelve"};
constexpr std::array<std::string_view, 4> kCurly = {"“", "”", "‘", "’"};

// U+00A0 and U+202F are written as escapes to be visible.
constexpr std::array kLanguages = {
    Language{"en-GB", 0, kCurly, "", "pp", true, Order::day_month_year, "", "Q{q} {y}", "Q{q}", "W{q} {y}", "W{q}",
             " – ", kEnglish},
    Language{"en-US", 0, kCurly, "", "pp", true, Order::month_day_year, "", "Q{q} {y}", "Q{q}", "W{q} {y}", "W{q}",
             " – ", kEnglish},
    Language{"fr",
             1,
             {"«\u00a0", "\u00a0»", "“", "”"},
             "\u202f",
             "pts",
             false,
             Order::day_month_year,
             "",
             "T{q} {y}",
             "T{q}",
             "S{q} {y}",
             "S{q}",
             " – ",
             {"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"}},
    Language{
        "de",
        2,
        {"„", "“", "‚", "‘"},
        "\u00a0",
        "PP",
        false,
        Order::day_month_year,
        ".",
        "Q{q} {y}",
        "Q{q}",
        "KW {q} {y}",
        "KW {q}",
        " – ",
        {"null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"}},
    Language{"hi",
             3,
             kCurly,
             "",
             "प्रतिशत अंक",
             true,
             Order::day_month_year,
             "",
             "{y} की तिमाही {q}",
             "ति{q}",
             "{y} का सप्ताह {q}",
             "सप्ताह {q}",
             " – ",
             {"शून्य", "एक", "दो", "तीन", "चार", "पाँच", "छह", "सात", "आठ", "नौ", "दस", "ग्यारह", "बारह"}},
    Language{"zh",
             4,
             kCurly,
             "",
             "个百分点",
             true,
             Order::year_month_day,
             "",
             "{y}年第{q}季度",
             "{q}季度",
             "{y}年第{q}周",
             "第{q}周",
             "至",
             {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"}},
};

}  // namespace

const Language& language(int row) {
    return kLanguages[static_cast<std::size_t>(row)];
}

int find_language(std::string_view tag) {
    const auto first = tag.substr(0, tag.find_first_of("-_"));
    int by_language = -1;
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
        if (kLanguages[i].tag == tag) return static_cast<int>(i);
        if (by_language < 0 && kLanguages[i].tag.substr(0, kLanguages[i].tag.find('-')) == first) {
            by_language = static_cast<int>(i);
        }
    }
    return by_language;
}

}  // namespace precis::locale
