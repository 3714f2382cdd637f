// cli/explain_print.h: explanations as people and programs read them.
#pragma once
#include "build/explain.h"

namespace precis::cli {

[[nodiscard]] std::string as_text(const std::vector<build::Explanation>& all, const build::Prepared& prepared);
[[nodiscard]] std::string as_json(const std::vector<build::Explanation>& all, const build::Prepared& prepared);

}  // namespace precis::cli
