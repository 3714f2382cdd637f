// cli/diff_texts.h: what changed between two editions, as text, Markdown and JSON.
#pragma once
#include <string>

#include "build/record/edition_diff.h"

namespace precis::cli {

/// With a line break at the end.
[[nodiscard]] std::string diff_as_text(const build::EditionDiff& diff);
[[nodiscard]] std::string diff_as_markdown(const build::EditionDiff& diff);
/// Without one. Numbers are not rounded.
[[nodiscard]] std::string diff_as_json(const build::EditionDiff& diff);

}  // namespace precis::cli
