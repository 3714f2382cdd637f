// build/kept_files.h: the installed layouts and the fonts index, parsed when the program was built: a start-up need not
// parse YAML. yaml::parse_file uses a copy only while the file on disk is the same. Private to build.
#pragma once
#include <span>

#include "yaml/kept.h"

namespace precis::build {

/// Defined in a source file that the tool keep/keep_files.cpp writes during the build.
[[nodiscard]] std::span<const yaml::Kept> kept_files();

}  // namespace precis::build
