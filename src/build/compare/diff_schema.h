// build/compare/diff_schema.h: the JSON Schema of what `precis diff --format json` prints. Private to build;
// `precis schema diff` prints it.
#pragma once
#include <string>

namespace precis::build {

/// Draft 2020-12. Keys that it does not name are allowed: a later program may print more.
[[nodiscard]] std::string diff_schema();

}  // namespace precis::build
