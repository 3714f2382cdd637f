// data/files/tree_nodes.h: what a reader of rows asks of a node, the same for JSON and YAML.
// Stage: within DATA, for tree_shapes.cpp and tree_rows.cpp. Private to the room. Pure.
#pragma once
#include <string_view>
#include <vector>

#include "data/cells/number_notation.h"
#include "json/node.h"
#include "yaml/node.h"

namespace precis::data {

inline bool is_list(const json::Node& node) {
    return node.kind == json::Node::Kind::array;
}
inline bool is_list(const yaml::Node& node) {
    return node.kind == yaml::Node::Kind::sequence;
}
inline bool is_mapping(const json::Node& node) {
    return node.kind == json::Node::Kind::object;
}
inline bool is_mapping(const yaml::Node& node) {
    return node.kind == yaml::Node::Kind::map;
}
inline const std::vector<json::Member>& members_of(const json::Node& node) {
    return node.members;
}
inline const std::vector<yaml::Entry>& members_of(const yaml::Node& node) {
    return node.entries;
}

/// The text of a scalar, empty for null.
inline std::string_view scalar(const json::Node& node) {
    if (node.kind == json::Node::Kind::null) return {};
    if (node.kind == json::Node::Kind::boolean) return node.boolean ? "true" : "false";
    return node.text.text;
}
inline std::string_view scalar(const yaml::Node& node) {
    const std::string_view text = node.scalar.text;
    const bool null = node.style == yaml::Node::Style::plain && (text == "null" || text == "~");
    return null ? std::string_view() : text;
}

/// Whether a scalar is a text, neither a number nor null.
inline bool is_text(const json::Node& node) {
    return node.kind == json::Node::Kind::string;
}
inline bool is_text(const yaml::Node& node) {
    if (node.kind != yaml::Node::Kind::scalar) return false;
    return node.style != yaml::Node::Style::plain || (!scalar(node).empty() && !seen_number(scalar(node)));
}

template <class Node>
bool is_scalar(const Node& node) {
    return !is_list(node) && !is_mapping(node);
}

}  // namespace precis::data
