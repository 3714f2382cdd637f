// bind/text/runs.h: the step between Markdown's runs and the document's inlines. Private to the two files of prose.
#pragma once
#include "bind/text/markdown.h"
#include "bind/text/prose.h"

namespace precis::bind {

[[nodiscard]] doc::Inlines bind_runs(Context& context, const std::vector<Run>& runs, const Cut& cut, const Voice& voice,
                                     Notes* notes);

}  // namespace precis::bind
