// bind/parts/shown.h: which parts of a document and which pieces of a section a layout shows, and in which order.
// The layout decides; where it says nothing, the order of an ordinary report holds.
#pragma once
#include <vector>

#include "bind/values/context.h"

namespace precis::bind {

/// The parts that the layout shows, in its order, without those that the audience or the briefing excludes.
[[nodiscard]] std::vector<vocabulary::Part> shown_parts(const Inputs& inputs);
/// The pieces of a section that the layout shows, in its order.
[[nodiscard]] std::vector<vocabulary::SectionPiece> shown_pieces(const style::Layout& layout);

/// How the layout shows this part: see PartShown. Sections count too where their exhibits are shown by themselves.
[[nodiscard]] PartShown part_shown(const Context& context, vocabulary::Part part);

/// True if the audience does not see the part, or the briefing keeps it off slides and this is a deck.
[[nodiscard]] bool is_excluded(const Inputs& inputs, vocabulary::Part part);

/// True if the briefing has an output in another layout, which may show what this one leaves out.
[[nodiscard]] bool has_other_layouts(const Context& context);

}  // namespace precis::bind
