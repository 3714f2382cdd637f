// json/string.h: the way back from a string's text to its bytes, over the escapes.
// Private to the room.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "diag/source.h"

namespace precis::json {

struct PlacedString {
    std::vector<diag::Text::Piece> pieces;
    std::size_t end = 0;  // behind the closing quote
};

/// `text` was read from the string whose opening quote is at `begin`.
PlacedString place_string(std::string_view bytes, std::size_t begin, std::string_view text);

}  // namespace precis::json
