// bind/text/runs.h: Markdown's runs become inlines of the document: each hole's name is looked up, then typography and
// citations are set.
// Stage: runs and holes -> RUNS -> doc::Inlines.
#pragma once
#include "bind/text/markdown.h"
#include "bind/text/prose.h"

namespace precis::bind {

/// `notes`: the footnotes that the text may mark; nullptr: none.
/// Errors: unknown_name, unknown_format, fact_without_value, unknown_source, unknown_reference, hidden_reference,
/// footnote_missing.
[[nodiscard]] doc::Inlines bind_runs(Context& context, const std::vector<Run>& runs, const Cut& cut, const Voice& voice,
                                     Notes* notes);

}  // namespace precis::bind
