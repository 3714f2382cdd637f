// style/chain.h: the files that a layout is made of, found, read and merged.
// Stage: a name -> CHAIN -> one tree of yaml nodes. Knows no key but `layout` and `extends`.
#pragma once
#include <optional>
#include <string>

#include "style/layout.h"
#include "style/load.h"
#include "yaml/node.h"

namespace precis::style {

/// The tree of layout `name` merged over all that it extends, whose files are noted in `files`; nothing if a file of
/// the chain can't be used. Errors: unknown_layout, layout_cycle, missing_key and wrong_version (of `layout: 1`),
/// file_outside_root, those of yaml::parse_file.
[[nodiscard]] std::optional<yaml::Node> read_chain(const std::string& name, const LayoutSearch& search,
                                                   const diag::Span& wanted_by,
                                                   std::vector<std::filesystem::path>& files, diag::Diagnostics& out);

/// Whether a file, links followed, lies below `folder`.
[[nodiscard]] bool lies_below(const std::filesystem::path& file, const std::filesystem::path& folder);

/// A path as diagnostics name it: relative to the search's root where it lies below.
[[nodiscard]] std::string shown_name(const std::filesystem::path& file, const LayoutSearch& search);

}  // namespace precis::style
