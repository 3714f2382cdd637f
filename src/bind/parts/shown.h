// bind/parts/shown.h: which parts of a document and which pieces of a section a layout shows, and in which order.
// The layout decides; where it says nothing, the order of an ordinary report holds.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "bind/values/context.h"

namespace precis::bind {

/// The parts that the layout shows, in its order, without those that the audience excludes (nullptr: one reader).
[[nodiscard]] std::vector<std::string> shown_parts(const style::Layout& layout, const spec::Audience* audience);
/// The pieces of a section that the layout shows, in its order.
[[nodiscard]] std::vector<std::string> shown_pieces(const style::Layout& layout);

/// How the layout shows this part: see PartShown. Sections count too where their exhibits are shown by themselves.
[[nodiscard]] PartShown part_shown(const Context& context, std::string_view part);

/// All parts of a document and all pieces of a section, in the order of an ordinary report.
[[nodiscard]] const std::vector<std::string>& every_part();
[[nodiscard]] const std::vector<std::string>& every_piece();

}  // namespace precis::bind
