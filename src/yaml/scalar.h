// yaml/scalar.h: the way back from a scalar's text to the bytes that it was read from.
// Private to the room. The parser gives only the text and its first byte; a walk over the text and the file side by
// side gives the pieces of diag::Text. Linear in the scalar's bytes.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diag/source.h"
#include "yaml/node.h"

namespace precis::yaml {

struct Placed {
    std::vector<diag::Text::Piece> pieces;  // empty: byte for byte from the first byte
    std::size_t end = 0;                    // of the scalar in the file, closing quote included
    Node::Style style = Node::Style::plain;
    bool exact = true;  // false: text and file differ somewhere, and only the pieces before that are right
};

/// The pieces of `text`, which was read from the scalar of `bytes` that begins at `begin` with its quote, `|` or text.
///
/// A folded line break maps to the end of its line, an escape to its backslash.
/// Source: YAML 1.2, 7.3 (flow scalars) and 8.1 (block scalars).
Placed place_scalar(std::string_view bytes, std::size_t begin, std::string_view text);

}  // namespace precis::yaml
