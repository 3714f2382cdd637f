// web/slides.h: the slides of a deck as a page: each drawn with its text as text, its notes below. Inside the room.
#pragma once
#include "web/parts.h"

namespace precis::web {

/// The drawn slides are those that layout composed (Inputs::slides).
[[nodiscard]] Pieces slides_of(Writing& w);

}  // namespace precis::web
