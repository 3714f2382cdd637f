// build/font_index.h: fonts.yaml (family or language -> Debian package and files) read into the value that the room
// text takes. Private to build; `text` itself knows no YAML.
#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "diag/diagnostic.h"
#include "text/fonts.h"

namespace precis::build {

struct Patterns {
    std::string package, file;
};
struct FontsFile {
    text::FontIndex fonts;
    std::map<std::string, Patterns> hyphenation;  // by the language's tag: "en-GB", "de"
};

/// `shown_name` is the file's name in diagnostics, `wanted_by` the place that names it. Files of faces come back as
/// paths below the family's folder. Errors: those of yaml::parse_file, unknown_key, missing_key, wrong_type, bad_value.
[[nodiscard]] diag::Result<FontsFile> read_font_index(const std::filesystem::path& fonts_yaml,
                                                      const std::string& shown_name, const diag::Span& wanted_by = {});

}  // namespace precis::build
