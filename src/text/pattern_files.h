// text/pattern_files.h: which file has the patterns that divide the words of a language.
//
// In: a table of languages and files, as `build` reads it from fonts.yaml. A file is read at the first word of its
// language, and no other. Without a table the files of /usr/share/hyphen are found by their names.
// Errors: none; a language that the table lacks, or whose file is not there, has no divided words.
#pragma once
#include <map>
#include <string>

#include "text/fonts.h"

namespace precis::text {

/// By tag: "en-GB", "de"; `de-AT` is looked up as such, then as `de`.
using PatternFiles = std::map<std::string, std::string>;

/// For all setters that are made with these fonts from now on.
void use_patterns(Fonts& fonts, PatternFiles files);

/// The row of the table for a language; its end if there is none.
[[nodiscard]] PatternFiles::const_iterator find_patterns(const PatternFiles& files, std::string language);

}  // namespace precis::text
