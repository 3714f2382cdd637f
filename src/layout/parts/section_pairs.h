// layout/parts/section_pairs.h: a section as rows, each with an exhibit beside the paragraphs that speak of it.
// Inside the room.
#pragma once
#include "layout/blocks/blocks.h"

namespace precis::layout {

/// The widths of text in columns, and of text and exhibits in a pair.
struct PairMeasures {
    Measure columns, pair;
};

/// Appends a section's body, panels and inner sections; `here` is its path. `headed`: with its heading.
///
/// A row holds an exhibit and the paragraphs from the one that names it to the next one's. Text that no exhibit stands
/// beside, or that is longer than its exhibit, runs in columns.
void add_section_pairs(Setting& s, const doc::Section& section, const Path& here, const PairMeasures& measures,
                       bool headed, Pieces& out);

}  // namespace precis::layout
