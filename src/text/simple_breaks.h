// text/simple_breaks.h: break opportunities in text of Latin letters, figures and punctuation, without Pango.
// Private to text.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace precis::text {

/// Sets may_break[i] if a line may end before byte i of `text`. A test compares the answers with Pango's.
///
/// Shape: may_break has an entry a byte and one more.
/// False, with `may_break` unspecified, if the text needs rules beyond the pairs of classes here: ask Pango then.
/// Source: Unicode Standard Annex 14, rules LB11 to LB31, for the classes that occur in such text.
[[nodiscard]] bool simple_breaks(std::string_view text, std::vector<std::uint8_t>& may_break);

}  // namespace precis::text
