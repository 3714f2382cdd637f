// base/dense_text.h: texts compared without what typography may change.
//
// A line break drops a space and may add a hyphen, layout turns spaces into no-break spaces, and a word that begins a
// sentence has a capital on the page only. In: UTF-8. Cost: linear.
#pragma once
#include <string>
#include <string_view>

namespace precis::base {

/// Calls `take(place, byte)` for each byte but those of spaces and hyphens; capital letters of ASCII as small ones.
template <class Take>
void each_dense_byte(std::string_view text, const Take& take) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == '\n' || text[i] == '-') continue;
        const bool ascii = static_cast<unsigned char>(text[i]) < 0x80;
        if (ascii) {
            take(i, text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i]);
        } else if (text.substr(i, 2) == "\u00a0" || text.substr(i, 2) == "\u00ad") {
            ++i;
        } else if (text.substr(i, 3) == "\u202f" || text.substr(i, 3) == "\u2009" || text.substr(i, 3) == "\u2010") {
            i += 2;
        } else {
            take(i, text[i]);
        }
    }
}

/// "More\u00a0than 600" and "morethan600" are both "morethan600".
[[nodiscard]] inline std::string dense_text(std::string_view text) {
    std::string out;
    each_dense_byte(text, [&](std::size_t, char byte) { out += byte; });
    return out;
}

}  // namespace precis::base
