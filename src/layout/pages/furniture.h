// layout/pages/furniture.h: running head and foot of finished pages. Inside the room.
#pragma once
#include "layout/ground/setting.h"
#include "layout/pages/pages.h"

namespace precis::layout {

/// The head and foot of page `number` (from 1) of `count`, as artifacts. The first page has no head: its masthead
/// stands there.
[[nodiscard]] std::vector<scene::Item> furniture(Setting& s, const Pages::Made& page, std::size_t number,
                                                 std::size_t count);

}  // namespace precis::layout
