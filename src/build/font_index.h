// build/font_index.h: fonts.yaml (family -> Debian package and files) as the value that the text room wants.
#pragma once
#include <filesystem>

#include "diag/diagnostic.h"
#include "text/fonts.h"

namespace precis::build {

/// Errors: those of yaml::parse_file, unknown_key, missing_key, wrong_type.
[[nodiscard]] diag::Result<text::FontIndex> read_font_index(const std::filesystem::path& fonts_yaml,
                                                            const std::string& shown_name);

}  // namespace precis::build
