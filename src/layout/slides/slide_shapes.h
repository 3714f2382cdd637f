// layout/slides/slide_shapes.h: outlines that slides draw. Inside the room. Units: points.
#pragma once
#include "scene/scene.h"

namespace precis::layout {

/// An arrow to the right, with a point so long; `notched` at its left, so that arrows in a row fit into each other.
[[nodiscard]] scene::Path arrow_of(const base::Rect& at, double point, bool notched, const base::Color& color);
/// The outline of a rectangle with half circles at both ends; a square gives a circle.
[[nodiscard]] scene::Path pill(const base::Rect& at, const base::Color& color, bool dashed, double line = 2.5);

}  // namespace precis::layout
