// json/node.h: a JSON document as a tree in which every value and key knows its place.
// Stage: bytes -> NODES. Numbers stay text: who reads them decides how exact they must be.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::json {

struct Member;

struct Node {
    enum class Kind { null, boolean, number, string, array, object };
    Kind kind = Kind::null;
    bool boolean = false;
    diag::Text text;              // string: its text; number: as written
    std::vector<Node> items;      // array
    std::vector<Member> members;  // object, in file order, keys unique
    diag::Span span;

    bool operator==(const Node&) const = default;
    /// The value under `key`, or nullptr; a node that is no object has none.
    const Node* find(std::string_view key) const;
};

struct Member {
    diag::Text key;
    Node value;
    bool operator==(const Member&) const = default;
};

struct Limits {
    std::size_t bytes = 256u << 20;
    std::size_t depth = 64;
    std::size_t nodes = 20'000'000;
};

/// One JSON document (RFC 8259), a byte order mark allowed.
///
/// Errors: file_too_large, not_utf8, json_syntax, too_deep, empty_file; duplicate_key, where the first stays.
[[nodiscard]] diag::Result<Node> parse(diag::Source source, const Limits& limits = {});

}  // namespace precis::json
