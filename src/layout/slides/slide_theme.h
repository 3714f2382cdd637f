// layout/slides/slide_theme.h: what an editor's new slide is made of. Inside the room.
#pragma once
#include "layout/slides/slide.h"

namespace precis::layout {

/// Colours, families and the places of titles, points and foot of every kind of slide that the layout has.
[[nodiscard]] scene::Theme theme_of(Setting& s);

}  // namespace precis::layout
