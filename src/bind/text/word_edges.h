// bind/text/word_edges.h: where words begin and end in UTF-8 text in lower case. Pure. Private to bind/text.
#pragma once
#include <string_view>

#include "base/ascii.h"

namespace precis::bind {

/// Whether a letter begins at `at`. Spaces, dashes and quotes beyond ASCII are none; other bytes of 0x80 and above are.
[[nodiscard]] inline bool letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    if ((text[at] & 0x80) == 0) return base::is_letter(text[at]);
    const auto two = text.substr(at, 2);
    return two.front() != '\xC2' && two != "\xE2\x80" && two != "\xE2\x81";
}

/// Whether a letter ends right before `at`.
[[nodiscard]] inline bool letter_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    auto from = at - 1;
    while (from > 0 && (text[from] & 0xC0) == 0x80) --from;
    return letter_at(text, from);
}

/// Whether `word` stands at `at`, with no letter before and behind it.
[[nodiscard]] inline bool word_at(std::string_view text, std::size_t at, std::string_view word) {
    if (at >= text.size() || text[at] != word.front()) return false;  // fast: asked at every letter
    if (text.compare(at, word.size(), word) != 0) return false;
    const auto end = at + word.size();
    return !(letter_at(word, 0) && letter_before(text, at)) && !letter_at(text, end);
}

/// Whether `word` and a blank stand right before `at`.
[[nodiscard]] inline bool word_before(std::string_view text, std::size_t at, std::string_view word) {
    const auto before = text.substr(0, at);
    for (const std::string_view blank : {" ", "\u00a0", "\u202f"}) {
        if (before.size() < word.size() + blank.size() || !before.ends_with(blank)) continue;
        const auto begin = before.size() - blank.size() - word.size();
        if (before.compare(begin, word.size(), word) == 0 && !letter_before(text, begin)) return true;
    }
    return false;
}

/// The text behind `at`, without one blank.
[[nodiscard]] inline std::string_view behind_blank(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    for (const std::string_view blank : {" ", "\u00a0", "\u202f"}) {
        if (rest.starts_with(blank)) return rest.substr(blank.size());
    }
    return rest;
}

}  // namespace precis::bind
