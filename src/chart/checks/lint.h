// chart/checks/lint.h: warns about charts that can be drawn but mislead. The author silences a warning by giving the
// reason in the exhibit's `because:`. Stage: doc::Chart -> LINT -> diagnostics. Cost: linear in the values.
#pragma once
#include "diag/diagnostic.h"
#include "doc/document.h"

namespace precis::chart {

/// Warnings: axis_cut (lengths that do not begin at zero), two_axes (a line in another unit than its columns),
/// uneven_steps (unequal intervals drawn as equal ones), area_exaggerates (too many parts of a whole, or percentages
/// that do not add up to 100), trend_of_few (a trend through fewer than three points, a line of one point),
/// channel_missing (nothing to compare with), too_many_series (more than colours or readable panels), mixed_qualifiers
/// (forecasts counted like actuals). `colors`: how many the palette has.
[[nodiscard]] diag::Diagnostics lint(const doc::Chart& chart, std::size_t colors, diag::Span where);

}  // namespace precis::chart
