// build/kept_files.h: the installed layouts and the index of fonts as they were when the program was built.
#pragma once
#include <span>

#include "yaml/kept.h"

namespace precis::build {

/// Defined by a file that the build writes (keep/keep_files.cpp).
[[nodiscard]] std::span<const yaml::Kept> kept_files();

}  // namespace precis::build
