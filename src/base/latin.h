// base/latin.h: Latin letters without their accents, for names of columns in SQL.
// In: UTF-8. Out: letters of Latin-1 and Latin Extended-A as ASCII: "Größe" is "Grosse", "Łódź" is "Lodz"; accents that
// are characters of their own (U+0300 to U+036F) are left out; everything else stays. Pure.
// Source: Unicode 15, the first character of each letter's canonical decomposition; œ, ß, þ, ø … by custom.
#pragma once
#include <string>
#include <string_view>

namespace precis::base {

[[nodiscard]] std::string without_accents(std::string_view text);

}  // namespace precis::base
