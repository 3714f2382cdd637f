// chart/checks/check_annotations.h: refuses annotations that the chart's form does not draw.
// Stage: doc::Chart -> CHECK ANNOTATIONS -> check.h.
#pragma once
#include "diag/diagnostic.h"
#include "doc/document.h"

namespace precis::chart {

/// Appends an error for each annotation that the form has no place for.
///
/// Errors: chart_not_available (the form, a stack or panels have no place for it), highlight_not_found (`difference`
/// with `each: category` names a series that the chart does not have).
void check_annotations(const doc::Chart& chart, const diag::Span& where, diag::Diagnostics& diagnostics);

}  // namespace precis::chart
