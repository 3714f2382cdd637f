// layout/ground/note_words.h: the blocks of a footnote as one paragraph of words. Inside the room.
#pragma once
#include <vector>

#include "doc/document.h"

namespace precis::layout {

/// The words of all blocks: each block, and each item of a list behind its bullet or number, begins a line.
[[nodiscard]] doc::Inlines note_words(const std::vector<doc::Block>& blocks);

/// The place of the first paragraph; no place if there is none.
[[nodiscard]] diag::Span note_place(const std::vector<doc::Block>& blocks);

}  // namespace precis::layout
