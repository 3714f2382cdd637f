// scene/words.h: the words of a dump for enumerators, and its notation of strings. Private to scene.
// Order is that of the enums; from_word is the inverse of word.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "scene/items.h"

namespace precis::scene {

[[nodiscard]] std::string_view word(Role role);
[[nodiscard]] std::string_view word(Scope scope);
[[nodiscard]] std::string_view word(TextParagraph::Align align);
[[nodiscard]] std::string_view word(Placeholder placeholder);
[[nodiscard]] std::string_view word(ChartData::Type type);
[[nodiscard]] std::string_view word(ChartData::Stack stack);

/// The enumerator that has the word; T is one of the types above, `count` its number of enumerators.
template <class T>
[[nodiscard]] std::optional<T> from_word(std::string_view text, int count) {
    for (int i = 0; i < count; ++i)
        if (word(static_cast<T>(i)) == text) return static_cast<T>(i);
    return std::nullopt;
}
inline constexpr int kRoles = static_cast<int>(Role::artifact) + 1;
inline constexpr int kScopes = static_cast<int>(Scope::row) + 1;
inline constexpr int kAligns = static_cast<int>(TextParagraph::Align::justify) + 1;
inline constexpr int kPlaceholders = static_cast<int>(Placeholder::number) + 1;
inline constexpr int kChartTypes = static_cast<int>(ChartData::Type::other) + 1;
inline constexpr int kStacks = static_cast<int>(ChartData::Stack::percent) + 1;

/// In double quotes, with \" \\ \n \r \t and \u{…} for other control characters.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace precis::scene
