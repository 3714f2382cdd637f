// chart/checks/lint.h: what a reader could be misled by. Warnings, each silenced by a reason in the exhibit's
// `because:`. Stage: doc::Chart -> LINT -> diagnostics.
#pragma once
#include "diag/diagnostic.h"
#include "doc/document.h"

namespace precis::chart {

/// Warnings: axis_cut (lengths that do not begin at zero), two_axes (a line in another unit than its columns),
/// uneven_steps (unequal intervals drawn as equal ones), area_exaggerates (a whole of too many parts, or of parts that
/// make none), trend_of_few (a trend through fewer than three points), too_many_series (more than colours).
/// `colors`: of the palette.
[[nodiscard]] diag::Diagnostics lint(const doc::Chart& chart, std::size_t colors, diag::Span where);

}  // namespace precis::chart
