// chart/checks/check.h: whether a bound chart can be drawn at all, said in the author's terms.
// Stage: doc::Chart -> CHECK -> presets, which may then trust shapes and numbers.
#pragma once
#include "chart/forms/presets.h"

namespace precis::chart {

/// Errors: chart_not_available, bad_axis_domain (a number that is not finite or beyond ±1e300), log_of_zero,
/// negative_part, bad_value (bars on a log scale).
[[nodiscard]] diag::Diagnostics check(const doc::Chart& chart, diag::Span where);
/// Annotations that the form has no place for.
void check_annotations(const doc::Chart& chart, const diag::Span& where, diag::Diagnostics& found);
/// Every series as long as the categories: what the presets trust.
[[nodiscard]] bool is_square(const doc::Chart& chart);
/// The same with every series as long as the categories.
[[nodiscard]] doc::Chart squared(doc::Chart chart);
[[nodiscard]] bool has_data(const doc::Chart& chart);

}  // namespace precis::chart
