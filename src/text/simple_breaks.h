// text/simple_breaks.h: where a line may end in text of Latin letters, figures and punctuation; private to the room.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace precis::text {

/// may_break[i]: a line may end before byte i of `text`; as Pango answers, which a test holds it to.
///
/// Shape: may_break has an entry a byte and one more.
/// False, with `may_break` unspecified, if a character needs more than the pairs of classes known here.
/// Source: Unicode Standard Annex 14, rules LB11 to LB31, for the classes that occur in such text.
[[nodiscard]] bool simple_breaks(std::string_view text, std::vector<std::uint8_t>& may_break);

}  // namespace precis::text
