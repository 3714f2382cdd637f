// layout/pages/furniture.h: running head and foot of finished pages. Inside the room.
#pragma once
#include "layout/ground/setting.h"
#include "layout/pages/pages.h"

namespace precis::layout {

/// Running head and foot of page `number` (from 1) of `count`, as artifacts.
///
/// A bare page has neither, the first page no head. In a layout with the masters `left` and `right`, even pages swap
/// left and right words. Units: points from the page's top left.
[[nodiscard]] std::vector<scene::Item> furniture(Setting& s, const PageDraft& page, std::size_t number,
                                                 std::size_t count);

}  // namespace precis::layout
