// layout/slides/slide_ground.h: a layout with its colours exchanged for a dark ground. Inside the room.
#pragma once
#include <string>

#include "style/layout.h"

namespace precis::layout {

/// A copy of `layout` for charts on the ground of that name ("night").
///
/// Colours become their counterparts on the ground: `foreground` becomes `night-text`, the highlight `night-mark`, and
/// so on; others are lightened until they have a contrast of 3. Sequential colours are reversed.
[[nodiscard]] style::Layout on_ground(const style::Layout& layout, const std::string& ground,
                                      const base::Color& ground_color);

}  // namespace precis::layout
