// cli/explain_print.h: explanations as text for people or JSON for programs.
#pragma once
#include "build/explain.h"

namespace precis::cli {

[[nodiscard]] std::string as_text(const std::vector<build::Explanation>& explanations, const build::Prepared& prepared);
[[nodiscard]] std::string as_json(const std::vector<build::Explanation>& explanations, const build::Prepared& prepared);

}  // namespace precis::cli
