// Strings and their bytes: an escape is placed at its backslash.
#include "json/string.h"

namespace precis::json {
namespace {

std::size_t length_of(unsigned char lead) {
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}

}  // namespace

PlacedString place_string(std::string_view bytes, std::size_t begin, std::string_view text) {
    PlacedString placed;
    placed.pieces.push_back({0, begin + 1});
    std::size_t i = 0, at = begin + 1;
    while (at < bytes.size() && bytes[at] != '"') {
        if (bytes[at] != '\\' || i >= text.size()) {
            ++at;
            ++i;
            continue;
        }
        const auto made = length_of(static_cast<unsigned char>(text[i]));
        const bool unicode = bytes.substr(at + 1, 1) == "u";
        if (placed.pieces.back().text_begin != i) placed.pieces.push_back({i, at});
        at += unicode ? (made == 4 ? 12 : 6) : 2;  // beyond the basic plane a pair of escapes is one character
        i += made;
        placed.pieces.push_back({i, at});
    }
    placed.end = at < bytes.size() ? at + 1 : bytes.size();
    return placed;
}

}  // namespace precis::json
