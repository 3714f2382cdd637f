// layout/slides/slides.h: a document becomes slides: a cover, and a slide for each exhibit of a section. Inside the
// room.
#pragma once
#include "layout/ground/setting.h"

namespace precis::layout {

/// The slides of all parts that the layout names, each text with its native form for painters that keep it editable.
[[nodiscard]] std::vector<scene::Page> slides_of(Setting& s);

}  // namespace precis::layout
