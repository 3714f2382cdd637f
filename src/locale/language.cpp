// Look-ups in the built-in languages and in a language's words.
#include "locale/language.h"

#include <algorithm>

namespace precis::locale {

std::string_view tag_meant(std::string_view tag) {
    const auto has = [&](std::string_view subtag) {
        const auto at = tag.find(subtag);
        return at != std::string_view::npos && (at + subtag.size() == tag.size() || tag[at + subtag.size()] == '-');
    };
    const auto language = tag.substr(0, tag.find('-'));
    if (language == "no") return "nb";
    if (language != "zh" || has("-Hans")) return tag;
    return has("-Hant") || has("-TW") || has("-HK") || has("-MO") ? "zh-Hant" : tag;
}

const Language* find_built_in(std::string_view tag) {
    tag = tag_meant(tag);
    const auto first = tag.substr(0, tag.find_first_of("-_"));
    const Language* by_language = nullptr;
    for (const auto& language : built_in_languages()) {
        if (language.tag == tag) return &language;
        if (by_language == nullptr && language.tag.substr(0, language.tag.find('-')) == first) by_language = &language;
    }
    return by_language;
}

std::string_view fixed_word(const Language& language, std::string_view key) {
    const auto* const row = std::lower_bound(kWordKeys.begin(), kWordKeys.end(), key);
    if (row == kWordKeys.end() || *row != key) return {};
    return language.words[static_cast<std::size_t>(row - kWordKeys.begin())];
}

}  // namespace precis::locale
