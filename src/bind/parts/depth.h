// bind/parts/depth.h: what lies deeper than an audience's `depth:` reaches.
#pragma once
#include "bind/values/context.h"

namespace precis::bind {

/// Hides sections below the deepest level, with all that they hold; of findings, recommendations, key figures, things
/// to watch and exhibits all but as many as the audience gets. Those with the lowest `optional:` are hidden first, then
/// the last ones of the briefing. Done before anything is bound, so that references to them are found out.
void hide_deeper(Context& context);

}  // namespace precis::bind
