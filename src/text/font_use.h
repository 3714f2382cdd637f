// text/font_use.h: which font files a build has opened. A door, for the record of an edition.
#pragma once
#include <string>
#include <vector>

#include "text/fonts.h"

namespace precis::text {

/// The files of the faces that were set or measured so far, and the patterns of divided words of `language`, each once,
/// sorted. After share_with_fontconfig() a library may have read any of the others.
[[nodiscard]] std::vector<std::string> files_in_use(const Fonts& fonts, const std::string& language);

}  // namespace precis::text
