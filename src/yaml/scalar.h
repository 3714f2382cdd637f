// yaml/scalar.h: the way back from a scalar's text to the bytes that it was read from.
// Private to the room. The parser gives the text and where it begins; the walk over both gives the pieces.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diag/source.h"
#include "yaml/node.h"

namespace precis::yaml {

struct Placed {
    std::vector<diag::Text::Piece> pieces;  // empty: byte for byte from the beginning
    std::size_t end = 0;                    // of the scalar in the file, closing quote included
    Node::Style style = Node::Style::plain;
    bool exact = true;  // false: text and bytes did not run alike, and only the beginning is sure
};

/// Where the bytes of `text` stand in `bytes`, for a scalar that begins at `begin` (quote or `|` included).
///
/// A folded line break is placed where the line ended, an escape at its backslash.
Placed place_scalar(std::string_view bytes, std::size_t begin, std::string_view text);

}  // namespace precis::yaml
