// style/chain.h: finding, reading and merging the files of a layout and of those that it extends.
// Stage: a name -> CHAIN -> one tree of yaml nodes. Reads no key but `layout` and `extends`. Private to the room.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "style/layout.h"
#include "style/load.h"
#include "yaml/node.h"

namespace precis::style {

/// The tree of layout `name` merged over those that it extends; nullopt if a file of the chain cannot be used. Appends
/// the files to `files`, the layout's own first.
/// Errors: unknown_layout, layout_cycle, missing_key and wrong_version (of `layout: 1`), wrong_type (of `extends`),
/// file_outside_root, those of yaml::parse_file.
[[nodiscard]] std::optional<yaml::Node> read_chain(const std::string& name, const LayoutSearch& search,
                                                   const diag::Span& wanted_by,
                                                   std::vector<std::filesystem::path>& files, diag::Diagnostics& out);

/// Whether a name may be that of a layout's file: small letters, digits and hyphens.
[[nodiscard]] bool is_slug(std::string_view name);

/// Whether a file lies below `folder` once links are followed.
[[nodiscard]] bool lies_below(const std::filesystem::path& file, const std::filesystem::path& folder);

/// The file's name in diagnostics: relative to the search's root if it lies below, else as given.
[[nodiscard]] std::string shown_name(const std::filesystem::path& file, const LayoutSearch& search);

}  // namespace precis::style
