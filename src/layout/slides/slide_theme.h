// layout/slides/slide_theme.h: the theme of a deck, for programs that edit it. Inside the room.
#pragma once
#include "layout/slides/slide.h"

namespace precis::layout {

/// Colours, font families, and the places of title, points and foot on each kind of slide that the layout has.
[[nodiscard]] scene::Theme theme_of(Setting& s);

}  // namespace precis::layout
