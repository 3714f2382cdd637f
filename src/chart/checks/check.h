// chart/checks/check.h: whether a bound chart can be drawn at all, in the author's terms.
//
// Stage: doc::Chart -> CHECK -> forms. Main header of the sub-room: check() refuses before anything is drawn, lint.h
// warns about charts that can be drawn but mislead. check_annotations.h is a part of check().
// In: a chart as bind made it. Out: errors, all faults of the chart in one run; none means that it can be drawn.
// After it: forms may trust that numbers are finite and within ±1e300, that logarithms have values over zero and that
// parts of a whole are not negative. squared() adds that all lists are as long as the categories.
// Units: data units; dates in days since 1970-01-01.
// Spans: every diagnostic is at `where`, the exhibit.
// Cost: linear in the values.
#pragma once
#include "diag/diagnostic.h"
#include "doc/exhibit.h"

namespace precis::chart {

/// Errors: chart_not_available (the type, or panels and annotations of it), bad_axis_domain (numbers or dates out of
/// range, breaks), log_of_zero, negative_part, bad_value (scales of lengths, sizes, intervals and flows),
/// channel_missing, flow_cycle, duplicate_row (flows), text_on_number_scale, highlight_not_found.
[[nodiscard]] diag::Diagnostics check(const doc::Chart& chart, diag::Span where);
/// Whether every list of the chart is as long as its categories, so that squared() would change nothing.
[[nodiscard]] bool is_square(const doc::Chart& chart);
/// The chart with every list as long as the categories; a marimekko's stack is in percent.
[[nodiscard]] doc::Chart squared(doc::Chart chart);
/// Whether the chart has a mark to draw.
[[nodiscard]] bool has_data(const doc::Chart& chart);

}  // namespace precis::chart
