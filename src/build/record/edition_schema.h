// build/record/edition_schema.h: the JSON Schema of edition.json. Private to build; `precis schema edition` prints it.
#pragma once
#include <string>

namespace precis::build {

/// Draft 2020-12. Keys that it does not name are allowed: a later form may have more.
[[nodiscard]] std::string edition_schema();

}  // namespace precis::build
