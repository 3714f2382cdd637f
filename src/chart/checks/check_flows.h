// chart/checks/check_flows.h: what the flows of a sankey chart must be.
// Stage: doc::Chart -> CHECK FLOWS -> check.h, lint.h.
#pragma once
#include "diag/diagnostic.h"
#include "doc/exhibit.h"

namespace precis::chart {

/// Errors: channel_missing (`y`), bad_value (a row without a name or number, a flow below zero), duplicate_row (two
/// rows for one flow), flow_cycle.
void check_flows(const doc::Chart& chart, const diag::Span& where, diag::Diagnostics& diagnostics);

/// “into “Grid” flow 120, out of it 100”, for the nodes whose sums differ; empty if none does.
[[nodiscard]] std::string imbalance_of(const doc::Chart& chart);

}  // namespace precis::chart
