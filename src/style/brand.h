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

struct BrandFile {
    Brand brand;
    std::vector<std::pair<std::string, diag::Text>> colors;  // the palette, then the roles
    std::map<std::string, diag::Text> fonts;                 // base, headings, monospace -> family
    std::vector<diag::Text> palette;                         // chart colours, each a name or a value
};

/// Keys of brand.yml that only other programs use are accepted and ignored; any other unknown key is an error.
/// Errors: file_outside_root; those of yaml::parse_file and yaml::Fields.
[[nodiscard]] BrandFile read_brand(const LayoutSearch& search, diag::Diagnostics& out);

/// `logo`: brand.yml's forms. Pictures are named from the brand file's folder.
/// Errors: file_not_found, file_outside_root, bad_value (an address of the network), each at the logo's path; those of
/// yaml::Fields.
[[nodiscard]] Logos read_logos(const yaml::Node& node, const LayoutSearch& search, diag::Diagnostics& out);

}  // namespace precis::style
