// bind/text/entities.h: character references of CommonMark that authors use.
#pragma once
#include <string>
#include <string_view>

namespace precis::bind {

/// `&nbsp;`, `&#8211;`, `&#x2013;` as the character; an unknown name as it is written.
[[nodiscard]] std::string entity(std::string_view written);

}  // namespace precis::bind
