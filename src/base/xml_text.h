// base/xml_text.h: text as XML and SVG hold it.
//
// In: UTF-8 text. Out: the same with &, <, > and " as entities, fit for an element's text and for an attribute in
// double quotes. Control characters that XML 1.0 (2.2, Char) forbids are dropped; tab and line feed stay, a carriage
// return is dropped.
// Cost: linear.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace precis::base {

[[nodiscard]] std::string xml_text(std::string_view text);

/// The offset of the first character that XML 1.0 (2.2, Char) forbids: a control character but tab, line feed and
/// carriage return, or U+FFFE and U+FFFF. The text is valid UTF-8.
[[nodiscard]] std::optional<std::size_t> first_not_xml(std::string_view text);

}  // namespace precis::base
