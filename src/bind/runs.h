// bind/runs.h: the step between Markdown's runs and the document's inlines. Private to the two files of prose.
#pragma once
#include "bind/markdown.h"
#include "bind/prose.h"

namespace precis::bind {

[[nodiscard]] doc::Inlines bind_runs(Context& context, const std::vector<Run>& runs, const Cut& cut, const Voice& voice,
                                     Notes* notes);

}  // namespace precis::bind
