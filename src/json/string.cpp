// The walk: `at` moves in the file, `i` in the text.
#include "json/string.h"

#include "base/utf8.h"

namespace precis::json {

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
        const auto length = base::sequence_length(text[i]);
        const bool unicode = bytes.substr(at + 1, 1) == "u";
        if (placed.pieces.back().text_begin != i) placed.pieces.push_back({i, at});
        at += unicode ? (length == 4 ? 12 : 6) : 2;  // two escapes, a surrogate pair, make one character of four bytes
        i += length;
        placed.pieces.push_back({i, at});
    }
    placed.end = at < bytes.size() ? at + 1 : bytes.size();
    return placed;
}

}  // namespace precis::json
