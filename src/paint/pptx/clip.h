// paint/pptx/clip.h: a path cut at a rectangle: PowerPoint's shapes have no clip. Private to paint/pptx.
// Curves become straight pieces. A filled path is clipped as a polygon, an unfilled one line by line.
// Source: I. Sutherland, G. Hodgman, "Reentrant Polygon Clipping", CACM 17, 1974; lines after Y.-D. Liang, B. Barsky,
// "A New Concept and Method for Line Clipping", ACM Transactions on Graphics 3, 1984.
#pragma once
#include "scene/items.h"

namespace precis::paint::pptx_file {

/// The part of the path inside `clip`, with the same fill and stroke; no steps if it lies outside. Where a concave
/// polygon falls apart, its pieces stay joined along the edge of `clip`.
[[nodiscard]] scene::Path clipped(const scene::Path& path, const base::Rect& clip);

}  // namespace precis::paint::pptx_file
