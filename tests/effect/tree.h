// A YAML file that can be changed and written again, for tests/effect.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.h"

namespace precis::test {

struct TreeEntry;

struct Tree {
    yaml::Node::Kind kind = yaml::Node::Kind::scalar;
    std::string text;
    bool plain = true;  // a scalar without quotes
    std::vector<TreeEntry> entries;
    std::vector<Tree> items;

    Tree* find(std::string_view key);
    /// Puts a value at a path of keys and indices (`sections/0/title`), or takes it away (`value` is null).
    /// Missing mappings on the way are made. Throws if an index does not exist.
    void put(std::string_view path, const Tree* value);
    /// The value at a path; null if there is none.
    Tree* at(std::string_view path);
};

/// A key with its value.
struct TreeEntry {
    std::string first;
    Tree second;
};

/// Throws with the findings if the text is not YAML.
Tree tree_of(const std::string& yaml);
/// YAML in the flow style, keys of the top level on lines of their own.
std::string yaml_of(const Tree& tree);

}  // namespace precis::test
