// data/files/tree_shapes.h: the forms in which programs write a table as JSON or YAML, and where a file has one.
// Stage: tree -> SHAPES -> tree_rows.cpp. Private to the room. Pure.
// In: a node, or a whole tree. Out: how its rows stand, the names of its columns, the paths to tables.
// The functions are compiled for json::Node and yaml::Node.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/files/tree_nodes.h"
#include "diag/diagnostic.h"

namespace precis::data {

enum class TreeShape {
    none,
    rows,             // [{"day": …, "n": 1}, …]
    lists,            // [["day", "n"], ["2026-01-01", 1], …]
    columns,          // {"day": [… ], "n": [1, …]}
    indexed_columns,  // {"day": {"0": …}, "n": {"0": 1}}
    indexed_rows,     // {"0": {"day": …, "n": 1}, …}
};

template <class Node>
TreeShape shape_of(const Node& node);

/// The list itself, or the one behind a mapping about it: [{"page": 1, …}, [ rows ]].
template <class Node>
const Node& list_of_rows(const Node& list);

/// The names of the columns of a list of lists.
template <class Node>
struct ColumnNames {
    std::vector<diag::Text> names;  // unique; empty: the list has none
    bool in_first_list = false;
    const Node* no_name = nullptr;  // what stands in the first list where a name is expected
};
/// Names stand in a list beside the rows, or elsewhere in the tree, under a key such as “columns”; else in the first
/// list, if it holds texts that are not all numbers or dates.
template <class Node>
ColumnNames<Node> names_of_columns(const Node& root, const Node& list);

template <class Node>
struct FoundTable {
    std::string path;
    const Node* node = nullptr;
    std::size_t rows = 0;
    bool has_names = true;
    bool may_describe = false;  // it may be a list of columns
};
/// The tables inside the mappings of a tree: those with names first, lists that may describe columns last, else those
/// with more rows first. Lists that surely describe the columns of another one are none of them.
template <class Node>
std::vector<FoundTable<Node>> find_tables(const Node& root);

/// What a statistical exchange format is called, whose values are in no rows: “JSON-stat”; empty for other trees.
template <class Node>
std::string_view cube_format(const Node& root);

}  // namespace precis::data
