// style/brand.h: the colours, font families and texts of a brand file, in the vocabulary of brand.yml.
// Stage: brand.yaml -> BRAND -> load, which puts them over the layout's. Private to the room.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "style/layout.h"
#include "style/load.h"
#include "yaml/node.h"

namespace precis::style {

/// What `typography` says of a role beside its family.
struct BrandType {
    std::optional<diag::Text> family, color, ground;
    std::optional<double> size, line_height;  // points, or shares: line heights of the size, sizes of the layout's
    bool size_is_share = false;
    diag::Span size_span;
    std::optional<int> weight;
    std::optional<bool> italic;
};

struct BrandFile {
    Brand brand;
    std::vector<std::string> palette_names;                  // of `color: palette`, in its order
    std::vector<std::pair<std::string, diag::Text>> colors;  // the palette, then the roles
    std::map<std::string, BrandType> types;                  // base, headings, monospace … -> its look
    std::optional<diag::Text> labels, slides;                // families of this program's own roles
    std::vector<diag::Text> palette;                         // chart colours, each a name or a value
};

/// Keys of brand.yml that only other programs use are accepted and ignored; any other unknown key is an error.
/// Errors: file_outside_root; those of yaml::parse_file and yaml::Fields.
[[nodiscard]] BrandFile read_brand(const LayoutSearch& search, diag::Diagnostics& out);

/// `typography`. Errors: file_not_found, file_outside_root (files of families), bad_value; those of yaml::Fields.
void read_typography(const yaml::Node& node, const LayoutSearch& search, BrandFile& file, diag::Diagnostics& out);

/// A file that the brand names, from its own folder; nullopt and a diagnostic if it is not there, lies outside the
/// project or is an address. `what` names it in messages: "a logo".
[[nodiscard]] std::optional<std::filesystem::path> brand_file(const diag::Text& path, const LayoutSearch& search,
                                                              std::string_view what, diag::Diagnostics& out);

/// `logo`: brand.yml's forms. Pictures are named from the brand file's folder.
/// Errors: file_not_found, file_outside_root, bad_value (an address of the network), each at the logo's path; those of
/// yaml::Fields.
[[nodiscard]] Logos read_logos(const yaml::Node& node, const LayoutSearch& search, diag::Diagnostics& out);

}  // namespace precis::style
