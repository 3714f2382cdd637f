// build/project_fonts.h: the fonts that a project may use: those of its own, then those that the program lists.
// Private to build.
#pragma once
#include <string>
#include <vector>

#include "build/font_index.h"
#include "build/stages.h"

namespace precis::build {

struct ProjectFonts {
    FontsFile all;                 // the project's families come first
    std::vector<std::string> own;  // the names of the project's families
    bool found = true;             // false: the project names fonts that are not there
};

/// `fonts:` of precis.yaml names a fonts.yaml, a folder with one, a folder of font files, or a font file.
/// Errors: those of read_font_index and text::read_font_files; none for a path that is not there, which is reported
/// with the project.
[[nodiscard]] ProjectFonts project_fonts(const spec::Project& project, const Setting& setting,
                                         diag::Diagnostics& diagnostics);

}  // namespace precis::build
