// yaml/kept.h: trees of files that were parsed when the program was built, as bytes inside the program.
//
// In and out: a tree of yaml/node.h and its packed bytes. The program's own layouts and index of fonts are kept like
// this, because every start reads them and unpacking is much faster than parsing. A packed tree belongs to one text:
// yaml::parse_file compares the texts and parses a file that was changed since.
// Errors: damaged bytes give nullopt, never a crash or a huge allocation.
// Cost: linear.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "yaml/node.h"

namespace precis::yaml {

/// The tree as bytes: kinds, styles, spans, and those texts that differ from the bytes of the source.
/// All spans must lie in the one source that the tree was parsed from.
[[nodiscard]] std::string pack(const Node& root);

/// The packed tree with its spans in `source`, equal to a fresh parse of `source` if the text is the same.
/// nullopt if the bytes are not a tree over that text.
[[nodiscard]] std::optional<Node> unpack(std::string_view tree, const diag::Source& source);

}  // namespace precis::yaml
