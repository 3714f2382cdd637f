// layout/ground/footnote_mark.h: the sign that stands for a footnote in the text and before the note. Inside the room.
#pragma once
#include "layout/ground/setting.h"

namespace precis::layout {

/// Begins the targets of links that lead from a footnote's mark to the note; the note's index follows.
inline constexpr std::string_view kFootnoteTarget = "#footnote-";

/// A footnote's mark as printed: a number where notes are the citations, else a letter (numbers are sources then).
[[nodiscard]] std::string footnote_mark(const Setting& s, int index);

}  // namespace precis::layout
