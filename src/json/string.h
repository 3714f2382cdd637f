// json/string.h: the way back from a string's text to its bytes, escapes included.
// Private to the room. The parser gives only the text; a walk over the text and the file side by side gives the pieces
// of diag::Text. Linear in the string's bytes.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "diag/source.h"

namespace precis::json {

struct PlacedString {
    std::vector<diag::Text::Piece> pieces;
    std::size_t end = 0;  // after the closing quote
};

/// The pieces of `text`, which was read from the string whose opening quote is at `begin`. An escape maps to its
/// backslash.
PlacedString place_string(std::string_view bytes, std::size_t begin, std::string_view text);

}  // namespace precis::json
