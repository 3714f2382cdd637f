// layout/footnotes.h: the notes at the foot of a page's text. Inside the room.
#pragma once
#include <vector>

#include "layout/setting.h"

namespace precis::layout {

/// The notes as one piece: a short rule, then each with its letter. `notes` index Document::footnotes.
[[nodiscard]] Piece footnotes_piece(Setting& s, const std::vector<int>& notes, double width);
/// Its height; 0 without notes.
[[nodiscard]] double footnotes_height(Setting& s, const std::vector<int>& notes, double width);

}  // namespace precis::layout
