// yaml/node.h: a YAML document as a tree in which every scalar, key and collection knows its bytes in the file.
// Stage: (1) file -> NODES -> spec, data, style.
//
// In: a file's bytes in the restricted YAML 1.2 of docs/design/language.md#yaml. Out: a tree of nodes. Nothing is
// converted: `no`, `1.10` and `2026-04-20` are texts, and yaml/fields.h turns them into values where a key asks for
// one.
// Errors: every fault has its own message at its own place, several in one run. What YAML reads in silence but an
// author did not mean (text cut by a comment, a key without a value, an anchor) is an error too.
// Limits: 16 MB, 64 levels and 2,000,000 nodes a file, so that a hostile file costs bounded memory and time.
// Cost: linear in the file's size; n log n in the keys of one mapping, for duplicates. After a fault up to 40 passes
// over small files, to report further faults.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "diag/diagnostic.h"

namespace precis::yaml {

struct Entry;

struct Node {
    enum class Kind { scalar, sequence, map };
    enum class Style { plain, quoted, block };  // of a scalar; block is `|` or `>`
    Kind kind = Kind::scalar;
    Style style = Style::plain;
    diag::Text scalar;           // kind scalar: the text with the way back to its bytes
    std::vector<Node> items;     // kind sequence
    std::vector<Entry> entries;  // kind map, in file order, keys unique
    diag::Span span;             // of the whole node

    bool operator==(const Node&) const = default;
    /// The value under `key`; nullptr if there is none or the node is not a map. Linear in the keys.
    const Node* find(std::string_view key) const;
};

struct Entry {
    diag::Text key;
    Node value;
    bool operator==(const Entry&) const = default;
};

struct Limits {
    std::size_t bytes = static_cast<std::size_t>(base::limit(base::Limit::yaml_bytes));
    std::size_t depth = 64;                                                               // of nested collections
    std::size_t nodes = static_cast<std::size_t>(base::limit(base::Limit::yaml_values));  // keys and values
};

/// Parses one document. Of two equal keys the first is kept, so that the tree stays usable after that error.
///
/// Errors: not_utf8, control_character, file_too_large, yaml_syntax, text_needs_quotes, text_cut_by_comment,
/// duplicate_key, alias_refused (anchors, aliases, merge keys), tag_refused, second_document, too_deep, empty_file,
/// empty_value.
[[nodiscard]] diag::Result<Node> parse(diag::Source source, const Limits& limits = {});

/// A file that was parsed when the program was built; yaml/kept.h packs and unpacks its tree.
struct Kept {
    std::string_view text;  // the whole file
    std::string_view tree;  // its nodes, as `pack` writes them
};

/// Reads a file and parses it, or unpacks the tree of a file in `kept` that has the same text. Diagnostics call the
/// file `shown_name`; `wanted_by` is the place that names it.
/// Errors: file_not_found and file_unreadable at `wanted_by`, and those of parse.
[[nodiscard]] diag::Result<Node> parse_file(const std::filesystem::path& path, std::string shown_name,
                                            diag::Span wanted_by = {}, const Limits& limits = {},
                                            std::span<const Kept> kept = {});

}  // namespace precis::yaml
