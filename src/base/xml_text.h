// base/xml_text.h: text as XML holds it.
#pragma once
#include <string>
#include <string_view>

namespace precis::base {

/// With entities for what marks up; control characters, which XML does not know, are left out but for tab and line
/// feed.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace precis::base
