// bind/text/formulas.h: finds formulas in TeX's notation, which no edition sets. Private to the sub-room.
// Stage: cut text -> FORMULAS -> markdown_refused. Code, and signs behind a backslash, are none.
#pragma once
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace precis::bind {

/// The bytes of each formula, in order: `$$…$$`, `$…$`, `\(…\)` and `\[…\]`, in one paragraph, around one of TeX's
/// signs: a command, `^` or `_`; between `$$` also `{` or `=`. Amounts such as $5 and names such as $HOME are none.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> formulas_in(std::string_view text);

}  // namespace precis::bind
