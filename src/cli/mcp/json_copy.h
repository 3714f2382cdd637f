// cli/mcp/json_copy.h: a parsed JSON value written again.
#pragma once
#include "base/numbers.h"
#include "json/node.h"
#include "json/writer.h"

namespace precis::cli::mcp {

/// Integers stay exact; other numbers are written in the shortest form that reads back.
inline json::Writer& copy(json::Writer& out, const json::Node& node) {
    switch (node.kind) {
        case json::Node::Kind::null:
            return out.null();
        case json::Node::Kind::boolean:
            return out.boolean(node.boolean);
        case json::Node::Kind::number:
            if (const auto whole = base::parse_integer(node.text.text)) return out.integer(*whole);
            return out.number(base::parse_number(node.text.text).value_or(0));
        case json::Node::Kind::string:
            return out.string(node.text.text);
        case json::Node::Kind::array:
            out.begin_array();
            for (const auto& item : node.items) copy(out, item);
            return out.end_array();
        case json::Node::Kind::object:
            break;
    }
    out.begin_object();
    for (const auto& member : node.members) copy(out.key(member.key.text), member.value);
    return out.end_object();
}

}  // namespace precis::cli::mcp
