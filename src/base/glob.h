// base/glob.h: patterns of file names, as git writes them. Pure; bytes, no locale.
// Cost: the product of both lengths, whatever the pattern.
#pragma once
#include <string_view>

namespace precis::base {

/// Whether the whole path matches. `*`: any bytes but slashes; `?`: one byte but a slash. At the
/// beginning or after a slash, `**/`: any folders, none included, and `**` at the end: any bytes; a backslash takes the next byte as it is.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace precis::base
