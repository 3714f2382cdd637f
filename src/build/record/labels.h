// build/record/labels.h: what people call a number, for records and for what compares them. Private to build.
#pragma once
#include <string>

#include "build/stages.h"

namespace precis::build {

/// "Guests, Harbour": the author's label of a value or metric, else what the fact is about, with a capital letter;
/// empty: the name says it.
[[nodiscard]] std::string label_of(const std::string& name, const Prepared& prepared);

}  // namespace precis::build
