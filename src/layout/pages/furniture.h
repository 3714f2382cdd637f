// layout/pages/furniture.h: running head and foot of finished pages. Inside the room.
#pragma once
#include "layout/ground/setting.h"
#include "layout/pages/pages.h"

namespace precis::layout {

/// Running head and foot of the page at `number` (from 1) of `count`, as artifacts. The numbers printed begin with the
/// document's `first_page`.
///
/// A bare page has neither, the first page no head unless the header asks for it. In a layout of spreads, left-hand
/// pages swap left and right words. Units: points from the page's top left.
[[nodiscard]] std::vector<scene::Item> furniture(Setting& s, const PageDraft& page, std::size_t number,
                                                 std::size_t count);

}  // namespace precis::layout
