// build/compare/diff_style.h: the CSS of the page that says what changed. Private to build.
#pragma once
#include <string_view>

namespace precis::build {

/// Without the rules of fonts. Colours are variables with second values for dark screens; print is light.
[[nodiscard]] std::string_view diff_style();

}  // namespace precis::build
