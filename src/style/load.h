// style/load.h: finding a layout by name and reading it.
// Stage: layouts/*.yaml, layouts/citations/*.yaml and brand.yaml -> LOAD -> style::Layout.
//
// In: a layout's name and the folders to search, the project's before the installed ones. Out: the Layout with nothing
// left to look up: `extends` merged, the brand's colours and families of the same names put over it. Merging: mappings
// merge, lists and scalars replace, an empty mapping `{}` clears. A text style with `like` starts anew. A layout that
// extends its own name means the layout of that name in a later folder.
// Units: lengths in points.
// Errors: each at its place in the YAML; after an error the field keeps its default. No file outside the folders and
// the project is read, not even through a link.
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

/// The look of an output's PowerPoint template, which goes over the layout's and the brand's.
struct TemplateLook {
    std::vector<std::pair<std::string, base::Color>> colors;  // roles: background, foreground, primary …
    std::vector<base::Color> accents;                         // for series, beside primary and secondary
    std::string headings, text;                               // families
    diag::Span wanted_by;
};

struct LayoutSearch {
    std::filesystem::path root;                  // diagnostics name files below it relative to it; may be empty
    std::vector<std::filesystem::path> folders;  // the project's first, then the installed ones
    std::filesystem::path house;                 // of the program's own layouts; empty: the last of `folders`
    std::filesystem::path brand;                 // empty: none
    diag::Span brand_wanted_by;                  // where the brand is named
    std::span<const yaml::Kept> kept;            // files that need no parsing
    const TemplateLook* look = nullptr;          // of the output's template; nullptr: it has none
};

/// The layout `name`. A master without frames has those of `page`. `wanted_by` is the place that names the layout.
///
/// Errors: unknown_layout and unknown_citation_style (with the nearest name), layout_cycle, file_outside_root,
/// wrong_version, missing_key, unknown_key, wrong_type, bad_value, unknown_part, unknown_name (a frame, slide kind or
/// word of the furniture), unknown_style (a colour, font role or style that is not defined), binding_syntax,
/// contrast_low (a text style under the limit, once for each place where a colour is set); those of yaml::parse_file.
/// Warning: template_over_brand (the template's look replaces what the brand says).
[[nodiscard]] diag::Result<Layout> load(const std::string& name, const LayoutSearch& search, diag::Span wanted_by);

/// Names of the layouts that have a `title` and can so be built by themselves, sorted. Parses every file of the
/// folders.
[[nodiscard]] std::vector<std::string> layout_names(const LayoutSearch& search);

}  // namespace precis::style
