// bind/text/entities.h: HTML character references in Markdown: those of CommonMark that authors use, by name, and all
// by number.
#pragma once
#include <string>
#include <string_view>

namespace precis::bind {

/// The character of `&nbsp;`, `&#8211;` or `&#x2013;` in UTF-8. An unknown name comes back as written; a number that is
/// not a character becomes U+FFFD.
[[nodiscard]] std::string entity(std::string_view written);

}  // namespace precis::bind
