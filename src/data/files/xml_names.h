// data/files/xml_names.h: children and attributes of XML elements by their local names, whatever prefix a program gave
// them; and a bound on their number. Stage: within DATA, for workbooks. Private to the room. Pure. Cost: linear in the
// children or attributes.
#pragma once
#include <algorithm>
#include <optional>
#include <pugixml.hpp>
#include <string_view>

#include "base/limits.h"

namespace precis::data {

/// A name without its prefix: "row" of "x:row".
[[nodiscard]] inline std::string_view local_name(const char* name) {
    const std::string_view whole(name);
    return whole.substr(whole.find(':') + 1);  // npos + 1 is 0
}
/// The first child of that local name; a null node if there is none.
[[nodiscard]] inline pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
    for (auto child = node.first_child(); child; child = child.next_sibling()) {
        if (local_name(child.name()) == name) return child;
    }
    return {};
}
/// The value of the attribute of that local name; "" if there is none.
[[nodiscard]] inline std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
    for (auto attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute()) {
        if (local_name(attribute.name()) == name) return attribute.value();
    }
    return {};
}

/// Whether the tree of a part would not fit the memory: a tag of four bytes becomes a node of more than sixty.
[[nodiscard]] inline std::optional<base::Exceeded> too_many_tags(std::string_view bytes) {
    std::int64_t count = 0;  // of tags that begin an element, and of attributes
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        count += bytes[i] == '<' && bytes[i + 1] != '/' ? 1 : 0;
        count += bytes[i] == '=' && (bytes[i + 1] == '"' || bytes[i + 1] == '\'') ? 1 : 0;
    }
    if (count <= base::limit(base::Limit::part_tags)) return std::nullopt;
    return base::Exceeded{base::Limit::part_tags, count};
}

}  // namespace precis::data
