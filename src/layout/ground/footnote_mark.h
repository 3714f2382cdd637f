// layout/ground/footnote_mark.h: the sign printed for a footnote, in the text and before the note. Inside the room.
#pragma once
#include "layout/ground/setting.h"

namespace precis::layout {

/// The beginning of a link target that leads from a footnote's mark to the note; the note's index follows.
inline constexpr std::string_view kFootnoteTarget = "#footnote-";

/// A footnote's mark as printed; `index` counts from 0.
///
/// A number if the layout prints citations as footnotes, or by author. Else a letter, because raised numbers then mean
/// sources: a … z, aa, ab …
[[nodiscard]] std::string footnote_mark(const Setting& s, int index);

}  // namespace precis::layout
