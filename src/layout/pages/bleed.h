// layout/pages/bleed.h: grounds that touch the page's edge reach into the bleed. Inside the room.
#pragma once
#include "scene/scene.h"

namespace precis::layout {

/// Gives the page a bleed, and moves the points of filled shapes that lie on the page's edge or beyond it outward by
/// it. Everything else stays: text, pictures, lines and charts keep their places. Units: points.
void add_bleed(scene::Page& page, double bleed);

}  // namespace precis::layout
