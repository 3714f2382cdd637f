// style/check_parts.h: refuses keys of parts and pieces that would do nothing. Private to the room.
#pragma once
#include "style/read.h"

namespace precis::style {

/// A label that the layout leaves out (`label: ""`), as rules hold it: without words, and not the default.
inline constexpr std::string_view kNoLabel = " ";

/// Reports each key of a part's rule that its part, or the layout's medium, does not take (key_conflict), and a part of
/// slides without a kind (missing_key). `node` is the rule as written.
void check_rule(const yaml::Node& node, const PartRule& rule, LayoutReading& r);

/// Reports keys of the layout that its medium has no use for (key_conflict).
void check_medium(LayoutReading& r);

/// Reports `footnotes: end` without the part `notes`, and that part without it (key_conflict).
void check_notes(LayoutReading& r);

/// Reports `arrange: pairs` where no pairs can stand: in a narrow frame, or beside notes at the side (key_conflict).
void check_pairs(LayoutReading& r);

/// Reports pieces under `section` and `exhibit` that the medium does not show, and an exhibit without its plot
/// (key_conflict).
void check_pieces(LayoutReading& r);

}  // namespace precis::style
