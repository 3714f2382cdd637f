// build/unused.h: facts, values and sources that no output needs: `precis check --unused`.
// Stage: the ledgers of all targets of several briefings -> UNUSED -> diagnostics.
//
// In: briefings that are prepared without errors; out: warnings at the places where facts and sources are defined.
// Facts and sources of one model are judged over all briefings that are given, so give all that share it.
// Cost: every target is composed once.
#pragma once
#include <vector>

#include "build/stages.h"

namespace precis::build {

/// Warnings: unused_value (a fact that no text, tile, exhibit or condition of the briefings needs), source_not_cited (a
/// source that none of them lists).
[[nodiscard]] diag::Diagnostics find_unused(const std::vector<const Prepared*>& briefings, const Setting& setting);

/// What the project's audiences say and none of their briefings takes up; give all briefings of the project.
/// Errors: unknown_name (an output under `pages`). Warnings: unused_word.
[[nodiscard]] diag::Diagnostics find_unused_of_audiences(const std::vector<const Prepared*>& briefings);

}  // namespace precis::build
