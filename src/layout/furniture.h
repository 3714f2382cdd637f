// layout/furniture.h: running head and foot of finished pages. Inside the room.
#pragma once
#include "layout/pages.h"
#include "layout/setting.h"

namespace precis::layout {

/// The head and foot of page `number` (from 1) of `count`, as artifacts. The first page has no head: its masthead
/// stands there.
[[nodiscard]] std::vector<scene::Item> furniture(Setting& s, const Pages::Made& page, std::size_t number,
                                                 std::size_t count);

/// A furniture pattern on a page's own text, such as the masthead's: words filled in, `**…**` in the strong style.
[[nodiscard]] std::vector<text::Run> words_of_pattern(Setting& s, std::string_view pattern,
                                                      const style::TextStyle& plain, const style::TextStyle& strong);

}  // namespace precis::layout
