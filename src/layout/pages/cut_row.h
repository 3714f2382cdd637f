// layout/pages/cut_row.h: a row taller than a page goes on over the next ones. Inside the room.
// Units: points from the row's top.
#pragma once
#include <optional>

#include "layout/ground/piece.h"

namespace precis::layout {

/// Cuts a row between its lines: what ends within `height` stays in `row`, the rest is returned as a row of its own.
///
/// Lines, grounds and rules are parted, also inside marks, whose parts keep their element, so that a paragraph is one
/// element over both pages. Footnotes stay with the first part. Nothing is cut, and nothing returned, if no line ends
/// within `height`, if none is left, or if the row holds an exhibit.
[[nodiscard]] std::optional<Piece> cut_row(Piece& row, double height);

}  // namespace precis::layout
