// layout/pages/spread.h: pages that are read in pairs. Inside the room.
// A layout describes right-hand pages; a left-hand page has its margins the other way round, so that both have the
// wide one at the binding. Units: points.
#pragma once
#include "layout/pages/pages.h"
#include "style/layout.h"

namespace precis::layout {

/// Pages with even numbers lie at the left.
[[nodiscard]] constexpr bool is_left_hand(std::size_t printed_number) {
    return printed_number % 2 == 0;
}
/// How far the text area of a left-hand page lies to the right of that of a right-hand page.
[[nodiscard]] double left_hand_shift(const style::Layout& layout);

/// Moves what was set for a right-hand page to the place of a left-hand page's text area. Grounds over the page's whole
/// width stay.
void turn_left(PageDraft& page, const style::Layout& layout);

}  // namespace precis::layout
