// layout/slides/slide_ground.h: the layout as charts on a coloured ground see it. Inside the room.
#pragma once
#include <string>

#include "style/layout.h"

namespace precis::layout {

/// Inks, marks and text styles of `layout` as they are on its ground of that name ("night"): `night-text` stands for
/// `foreground`, `night-mark` for the highlight, and so on; sequential colours are turned round. The rest stays.
[[nodiscard]] style::Layout on_ground(const style::Layout& layout, const std::string& ground,
                                      const base::Color& ground_color);

}  // namespace precis::layout
