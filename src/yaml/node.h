// yaml/node.h: a YAML document as a tree in which every scalar, key and collection knows its place.
// Stage: (1) file -> NODES -> spec, data, style. Nothing is converted here: a scalar is its text.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::yaml {

struct Entry;

struct Node {
    enum class Kind { scalar, sequence, map };
    enum class Style { plain, quoted, block };  // of a scalar; block is `|` or `>`
    Kind kind = Kind::scalar;
    Style style = Style::plain;
    diag::Text scalar;           // kind scalar: the text with the way back to the file, also inside block scalars
    std::vector<Node> items;     // kind sequence
    std::vector<Entry> entries;  // kind map, in file order, keys unique
    diag::Span span;             // of the whole node

    bool operator==(const Node&) const = default;
    /// The value under `key`, or nullptr; a node that is no map has none.
    const Node* find(std::string_view key) const;
};

struct Entry {
    diag::Text key;
    Node value;
    bool operator==(const Entry&) const = default;
};

struct Limits {
    std::size_t bytes = 16u << 20;
    std::size_t depth = 64;
    std::size_t nodes = 2'000'000;
};

/// One YAML 1.2 document as docs/design/language.md#yaml restricts it.
///
/// Errors: not_utf8, control_character, file_too_large, yaml_syntax, text_needs_quotes, text_cut_by_comment,
/// duplicate_key, alias_refused (anchors, aliases, merge keys), tag_refused, second_document, too_deep, empty_file,
/// empty_value; each at its place, several in one run where the parser can go on (a copy of each duplicate key is
/// dropped, the tree stays usable).
[[nodiscard]] diag::Result<Node> parse(diag::Source source, const Limits& limits = {});

/// A file that was parsed when the program was built (yaml/kept.h).
struct Kept {
    std::string_view text;  // the whole file
    std::string_view tree;  // its nodes, as `pack` writes them
};

/// Reads a file and parses it, or takes the tree of one of `kept` that has the same text. `shown_name` is
/// what diagnostics call it.
/// Errors: file_not_found (with the place `wanted_by`), file_unreadable, and those of parse.
[[nodiscard]] diag::Result<Node> parse_file(const std::filesystem::path& path, std::string shown_name,
                                            diag::Span wanted_by = {}, const Limits& limits = {},
                                            std::span<const Kept> kept = {});

}  // namespace precis::yaml
