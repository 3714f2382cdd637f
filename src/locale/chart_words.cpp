// Looks up texts of charts and fills their places.
#include "locale/chart_words.h"

#include <algorithm>

#include "base/phrases.h"
#include "locale/language.h"

namespace precis::locale {
namespace {

bool is_english(std::string_view tag) {
    return tag.starts_with("en") && (tag.size() == 2 || tag[2] == '-');
}

std::string_view pattern_of(const Locale& locale, ChartKey key, std::optional<std::size_t> count) {
    const auto& language = locale.language();
    const auto first = first_chart_text(key.row());
    if (!kChartRows[key.row()].counted) return language.chart_text(first);
    const auto other = language.chart_text(first + kPluralForms - 1);
    bool plain = true;
    for (std::size_t i = 0; i + 1 < kPluralForms; ++i) plain = plain && language.chart_text(first + i).empty();
    if (plain || !count) return other;
    const auto name = !is_english(language.tag) ? locale.plural(static_cast<double>(*count))
                      : *count == 1             ? std::string("one")
                                                : std::string("other");
    const auto at = std::find(kPluralNames.begin(), kPluralNames.end(), name) - kPluralNames.begin();
    const auto own = at < static_cast<std::ptrdiff_t>(kPluralForms)
                         ? language.chart_text(first + static_cast<std::size_t>(at))
                         : std::string_view();
    return own.empty() ? other : own;
}

}  // namespace

std::string chart_words(const Locale& locale, ChartKey key, std::initializer_list<Filled> filled,
                        std::optional<std::size_t> count) {
    const auto pattern = pattern_of(locale, key, count);
    const auto number = count ? std::to_string(*count) : std::string();
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto open = std::min(pattern.find('{', at), pattern.size());
        text += pattern.substr(at, open - at);
        const auto close = std::min(pattern.find('}', open), pattern.size());
        if (open == pattern.size()) break;
        const auto place = pattern.substr(open + 1, close - open - 1);
        const auto* const row =
            std::find_if(filled.begin(), filled.end(), [&](const Filled& one) { return one.place == place; });
        if (row != filled.end())
            text += row->text;
        else if (place == "count" && count)
            text += number;
        else
            text += pattern.substr(open, close + 1 - open);
        at = close + 1;
    }
    return text;
}

std::string chart_form(const Locale& locale, std::string_view form) {
    const auto* const at = std::find(kChartForms.begin(), kChartForms.end(), form);
    const auto name = at == kChartForms.end()
                          ? form
                          : locale.language().chart_text(static_cast<std::size_t>(at - kChartForms.begin()));
    return std::string(name);
}

std::string chart_list(const Locale& locale, const std::vector<std::string>& parts) {
    const auto has_comma = [](const std::string& part) {
        for (const std::string_view comma : {",", "、", "，", "،"})
            if (part.find(comma) != std::string::npos) return true;
        return false;
    };
    if (std::any_of(parts.begin(), parts.end(), has_comma))
        return base::joined(parts, chart_words(locale, "semicolon"));
    return is_english(locale.language().tag) ? base::enumerated(parts) : locale.list(parts);
}

std::string qualified(const Locale& locale, std::string_view word, std::string_view number) {
    constexpr std::string_view kNumber = "{number}";
    auto words = locale.word(word);
    if (const auto at = words.find(kNumber); at != std::string::npos) return words.replace(at, kNumber.size(), number);
    return words.append(locale.spaced() ? " " : "").append(number);
}

}  // namespace precis::locale
