// layout/blocks/asides.h: what stands beside a section's text: its takeaway and its asides. Inside the room.
// Units: points. Errors: those of blocks.h.
#pragma once
#include "layout/blocks/blocks.h"

namespace precis::layout {

/// Adds a section's takeaway and asides, as far as the layout shows them.
///
/// With a side frame (`measure.side`) they hang as notes on the piece at `body`, the first of the section's text.
/// Without one, the takeaway follows the text, and each aside is a panel in the column. An aside that is taller than a
/// page can hold in one piece runs in the column in either case, between two rules, over as many pages as it takes.
void add_beside(Setting& s, const doc::Section& section, const Path& here, const Measure& measure, std::size_t body,
                Pieces& out);

}  // namespace precis::layout
