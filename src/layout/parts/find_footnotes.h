// layout/parts/find_footnotes.h: the footnotes that the pieces of a band mark, and its words that are looked up. Inside
// the room.
#pragma once
#include <string>

#include "layout/parts/bands.h"

namespace precis::layout {

/// Sets `footnotes` of each piece of the band to those that its words mark, and the words of the notes beside it. If
/// notes are printed `at_end`, their marks are anchors instead, which the notes lead back to.
void find_footnotes(Band& band, bool at_end);

/// Adds anchors for the words that index and glossary lead to.
void find_places(Band& band);

/// The anchor of a footnote's mark.
[[nodiscard]] std::string mark_anchor(int index);

/// True if the piece, or a note beside it, has the mark of a footnote.
[[nodiscard]] bool marks_footnotes(const Piece& piece);

}  // namespace precis::layout
