// locale/language.h: what the program knows of a language, as the files locale/words/*.yaml say it.
//
// In: nothing. Out: values; the built-in languages are made from those files while the program is built (the tool
// build/keep/keep_words.cpp), others are read by build/language_file.h. Texts are views: of constants, or of what the
// owner of a Language keeps. Placeholders in patterns: {number}, {day}, {month} …, listed in language_keys.h.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "locale/chart_keys.h"
#include "locale/language_keys.h"

namespace precis::locale {

struct CurrencySign {
    std::string_view currency, sign;  // ISO 4217; a sign equal to the code: the code is printed
};

struct Language {
    std::string_view tag;                    // BCP 47: en-GB
    std::uint64_t file_hash = 0;             // hash_of() the file that it was made from
    std::string_view formats;                // the tag that ICU is asked with in place of `tag`; empty: `tag`
    bool spaced = true;                      // words are separated by spaces
    std::array<std::string_view, 4> quotes;  // outer open and close, inner open and close
    std::array<std::string_view, kForms> forms;
    std::array<std::string_view, kPluralForms> ordinals;  // "{number}th"; empty: as in `other`
    std::array<std::string_view, 13> numbers;             // zero … twelve
    std::span<const CurrencySign> currency_signs;
    std::span<const std::string_view> words;  // one for each of word_keys()
    // The texts of `charts`, one behind the other: one for each of kChartForms, then those of kChartRows, a counted row
    // with one for each of kPluralNames. A text that is not there is empty.
    std::string_view charts;
    std::array<std::uint32_t, kChartTexts> chart_ends = {};  // of each text, in `charts`

    [[nodiscard]] std::string_view form(Form wanted) const { return forms[static_cast<std::size_t>(wanted)]; }
    [[nodiscard]] std::string_view chart_text(std::size_t number) const {
        const std::size_t begin = number == 0 ? 0 : chart_ends[number - 1];
        return charts.substr(begin, chart_ends[number] - begin);
    }
};

/// The languages that the program has built in, sorted by tag.
[[nodiscard]] std::span<const Language> built_in_languages();
/// The tag whose words a tag means where its language alone does not say it: `nb` for `no`, `zh-Hant` for `zh-TW`,
/// `zh-HK` and `zh-Hant-MO`; else the tag itself.
[[nodiscard]] std::string_view tag_meant(std::string_view tag);
/// The built-in language for a tag, by the tag meant, else by its language alone (`fr-CA` by `fr`); nullptr: none.
[[nodiscard]] const Language* find_built_in(std::string_view tag);

/// The fixed word of a key; empty if the key is unknown.
[[nodiscard]] std::string_view fixed_word(const Language& language, std::string_view key);

/// FNV-1a, 64 bits.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

}  // namespace precis::locale
