// build/version.h: the program's version, as CMakeLists.txt states it: major.minor.patch.
#pragma once
#include <string_view>

namespace precis::build {

/// "0.1.0".
[[nodiscard]] std::string_view version();

}  // namespace precis::build
