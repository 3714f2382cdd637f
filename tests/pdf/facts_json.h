// The attached facts.json as a tree.
#pragma once
#include <string_view>
#include <vector>

#include "json/node.h"

namespace precis::test {

/// The items of a list; none if the key is not there.
inline const std::vector<json::Node>& list(const json::Node& node, std::string_view key) {
    static const std::vector<json::Node> none;
    const auto* found = node.find(key);
    return found == nullptr ? none : found->items;
}

}  // namespace precis::test
