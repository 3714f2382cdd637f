// build/font_listing.h: the fonts that a project may use, and the faces that its layouts are given, for people who ask.
#pragma once
#include <string>
#include <vector>

#include "build/stages.h"

namespace precis::build {

struct ListedFamily {
    std::string name;
    std::string package;               // empty: the project's own
    std::vector<std::string> faces;    // "400", "700 italic", "100–900" for a variable font
    std::vector<std::string> scripts;  // of its first face, by its letters
    std::vector<std::string> files;    // each once
    bool installed = false;            // all files are there
};
struct ListedScript {
    std::string name, language;         // language: only in text of it; empty: any
    std::vector<std::string> families;  // in the order in which they are asked
};
struct ListedFonts {
    std::vector<ListedFamily> families;  // sorted by name
    std::vector<ListedScript> scripts;   // fallback, in the order of fonts.yaml
};

/// Errors: those of project_fonts (build/project_fonts.h).
[[nodiscard]] diag::Result<ListedFonts> list_fonts(const spec::Project& project, const Setting& setting);

/// The families themselves, for those who measure text. Errors: likewise.
[[nodiscard]] diag::Result<text::FontIndex> usable_fonts(const spec::Project& project, const Setting& setting);

/// A face that a layout asks for, and the one that it is given.
struct ListedFace {
    std::string layout, family, asked, given;
    std::vector<std::string> styles;  // that ask for it
};
/// For each layout with a title, with the project's brand, each face once, sorted; `given` is `none` if the family is
/// not installed, or if faces are strict and it has no such face. Errors: those of style::load and of reading the
/// fonts.
[[nodiscard]] diag::Result<std::vector<ListedFace>> list_faces(const spec::Project& project, const Setting& setting);

}  // namespace precis::build
