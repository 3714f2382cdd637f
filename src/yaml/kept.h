// yaml/kept.h: files that were parsed when the program was built, kept as bytes: the program's own layouts and index of
// fonts, which every start reads. A file that was changed since is parsed as any other.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "yaml/node.h"

namespace precis::yaml {

/// The tree as bytes: kinds, styles, spans and the texts that are not byte for byte those of the source.
/// All of its spans lie in the one source that it was parsed from.
[[nodiscard]] std::string pack(const Node& root);

/// The tree that was packed, its spans in `source`; equal to what parsing `source` gives if its text is the same.
/// nullopt if the bytes are not those of a tree over that text.
[[nodiscard]] std::optional<Node> unpack(std::string_view tree, const diag::Source& source);

}  // namespace precis::yaml
