// style/load.h: where layouts are found and how one is read.
// Stage: layouts/*.yaml -> LOAD -> style::Layout.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "style/layout.h"

namespace precis::yaml {
struct Kept;
}

namespace precis::style {

struct LayoutSearch {
    std::filesystem::path root;                  // files below it are named relative to it in diagnostics; may be empty
    std::vector<std::filesystem::path> folders;  // the project's first, then the installed ones
    std::filesystem::path brand;                 // empty: none
    diag::Span brand_wanted_by;                  // where the brand is named
    std::span<const yaml::Kept> kept;            // files that need no parsing
};

/// The layout `name`, merged over what it extends, with the brand's colours and families of the same names over that.
///
/// Mappings merge, lists and scalars replace, an empty mapping `{}` clears; a text style that says what it is `like`
/// starts anew. Extending its own name means the layout of that name in a later folder. Masters without frames have
/// those of `page`.
/// Errors: unknown_layout (nearest name; `wanted_by` is where it was asked for), layout_cycle, wrong_version,
/// missing_key, unknown_key, wrong_type, bad_value, unknown_part, unknown_name (a frame, slide kind or word of the
/// furniture), unknown_style (a colour, font role or style that is not defined), binding_syntax, contrast_low (a text
/// style under the limit, once for each place where a colour is set); those of yaml::parse_file.
[[nodiscard]] diag::Result<Layout> load(const std::string& name, const LayoutSearch& search, diag::Span wanted_by);

/// Names of the layouts in the folders that can be built by themselves (a `title`), sorted.
[[nodiscard]] std::vector<std::string> layout_names(const LayoutSearch& search);

}  // namespace precis::style
