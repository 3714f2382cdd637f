// style/brand.h: what a brand file (the vocabulary of brand.yml) says about colours, families and words.
// Stage: brand.yaml -> BRAND -> load, which puts it over the layout.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "style/layout.h"
#include "style/load.h"

namespace precis::style {

struct BrandFile {
    Brand brand;
    std::vector<std::pair<std::string, diag::Text>> colors;  // the palette, then the roles
    std::map<std::string, diag::Text> fonts;                 // base, headings, monospace -> family
    std::vector<diag::Text> palette;                         // chart colours, by name or value
};

/// Keys of brand.yml that are other programs' business are left alone; any further key is an error.
/// Errors: those of yaml::parse_file and yaml::Fields.
[[nodiscard]] BrandFile read_brand(const LayoutSearch& search, diag::Diagnostics& out);

}  // namespace precis::style
