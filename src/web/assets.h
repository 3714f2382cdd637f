// web/assets.h: the style sheet and the script of the web edition, as they are written into each file. Inside the room.
#pragma once
#include <string_view>

namespace precis::web {

/// CSS without colours and families, which are variables: --ground, --text, --body, --soft, --quiet, --rule, --grid,
/// --track, --band, --data, --hi, --hit, --card, --foot…; --serif, --head, --sans, --mono.
[[nodiscard]] std::string_view style_sheet();
/// Shows the page when its fonts are read, at most 1.5 seconds later, so that no line moves.
[[nodiscard]] std::string_view early_script();
/// Reads the blocks `numbers` and `words` of the page. Everything is there without it.
[[nodiscard]] std::string_view script();

}  // namespace precis::web
