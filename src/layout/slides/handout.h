// layout/slides/handout.h: slides on paper, each with its speaker notes beside it. Inside the room.
#pragma once
#include "layout/ground/setting.h"

namespace precis::layout {

/// Pages of paper with the slides of `deck`, small, one below the other, and the notes at their right. A page shows
/// three slides, or fewer where notes are longer than their slide: notes flow on, over as many pages as they take.
///
/// The pages' anchors are those of the slides, moved with them. The structure of a slide comes before its notes.
/// Units: points. Errors: those of the text setter; text_overflows of the watermark.
[[nodiscard]] std::vector<scene::Page> handout_of(Setting& s, const scene::Document& deck);

}  // namespace precis::layout
