// layout/pages/lonely.h: lines and headings that stand alone at a column's end. Inside the room.
#pragma once
#include <vector>

#include "layout/ground/setting.h"

namespace precis::layout {

/// Reports the first or last line of a paragraph that stands alone in its column, and a heading whose text is in the
/// next one: line_alone, a warning at the paragraph. `column`: the pieces of text in it, from top to bottom.
void report_lonely(Setting& s, const Pieces& flow, const std::vector<std::size_t>& column);

}  // namespace precis::layout
