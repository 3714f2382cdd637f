// ooxml/read_xml.h: a part's bytes as a tree with the customary prefixes.
#pragma once
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace precis::ooxml {

/// The tree; nullptr if the bytes are no well-formed XML of at most 256 levels, and `why` says so.
[[nodiscard]] std::unique_ptr<pugi::xml_document> read_xml(std::string_view bytes, std::string& why);
/// The number of tags that begin an element, and of attributes: what a tree costs.
[[nodiscard]] std::int64_t tags_in(std::string_view bytes);

}  // namespace precis::ooxml
