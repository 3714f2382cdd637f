// build/unused.h: what nothing uses: `precis check --unused`.
#pragma once
#include <vector>

#include "build/stages.h"

namespace precis::build {

/// Warnings: unused_value (facts of the model and values of a briefing that no text, tile, exhibit or condition of any
/// of these briefings needs), source_not_cited (sources that none of them lists). Facts and sources of one model are
/// judged over all its briefings here.
[[nodiscard]] diag::Diagnostics find_unused(const std::vector<const Prepared*>& briefings, const Setting& setting);

}  // namespace precis::build
