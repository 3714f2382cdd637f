// yaml/fixed_words.h: reads `words`, the fixed words of the language that a layout or briefing replaces.
#pragma once
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "yaml/node.h"

namespace precis::yaml {

/// Keys of vocabulary/fixed_words.h with their new words, in file order.
///
/// Errors: unknown_key with the nearest key; wrong_type; bad_value for words that lack a placeholder of theirs.
[[nodiscard]] std::vector<std::pair<diag::Text, diag::Text>> fixed_words(const Node& node, diag::Diagnostics& out);

}  // namespace precis::yaml
