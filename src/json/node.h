// json/node.h: a JSON document as a tree in which every value and key knows its bytes in the file.
// Stage: bytes -> NODES -> data (tables) and the packed series of SQL.
//
// In: one JSON document (RFC 8259) in UTF-8, a byte order mark allowed. Out: a tree of nodes; numbers stay text, so
// that the reader decides how exact they must be.
// Errors: at their place in the bytes. The parser stops at the first error of syntax; equal keys are all reported.
// Limits: 256 MB, 64 levels and 20,000,000 values a file, because tables are large.
// Cost: linear in the file's size; n log n in the keys of one object, for duplicates.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "diag/diagnostic.h"

namespace precis::json {

struct Member;

struct Node {
    enum class Kind { null, boolean, number, string, array, object };
    Kind kind = Kind::null;
    bool boolean = false;
    diag::Text text;              // of a string, or of a number as written
    std::vector<Node> items;      // array
    std::vector<Member> members;  // object, in file order, keys unique
    diag::Span span;

    bool operator==(const Node&) const = default;
    /// The value under `key`; nullptr if there is none or the node is not an object. Linear in the members.
    const Node* find(std::string_view key) const;
};

struct Member {
    diag::Text key;
    Node value;
    bool operator==(const Member&) const = default;
};

struct Limits {
    std::size_t bytes = static_cast<std::size_t>(base::limit(base::Limit::json_bytes));
    std::size_t depth = 64;
    std::size_t nodes = static_cast<std::size_t>(base::limit(base::Limit::json_values));
};

/// Parses one document. Of two equal keys the first is kept.
///
/// Errors: file_too_large, not_utf8, json_syntax, too_deep, empty_file, duplicate_key.
[[nodiscard]] diag::Result<Node> parse(diag::Source source, const Limits& limits = {});

}  // namespace precis::json
