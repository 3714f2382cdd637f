// bind/doubts.h: what a careful reader would doubt, each said once, where the author can answer it with `because:`.
// A fact or source at its place of use (doubt_fact.cpp, doubt_source.cpp), numbers side by side in one exhibit
// (doubt_exhibit.cpp). What an audience must not see is no doubt: permission.h.
#pragma once
#include "bind/context.h"
#include "bind/grid.h"
#include "doc/document.h"

namespace precis::bind {

/// Respondents below which a share says little.
inline constexpr double kSmallBase = 30;

/// A fact that the words at `where` rest on: newer_than_briefing (an error: it cannot have happened), small_base,
/// facts_disagree (also: replaced by a newer one).
void doubt_fact(Context& context, const data::Fact& fact, const diag::Span& where);

/// A source that the document lists: source_stale, newer_than_briefing.
void doubt_source(Context& context, const data::SourceRecord& source);

/// An exhibit with its data bound: source_missing (an error), too_many_series, mixed_qualifiers, mixed_bases,
/// small_base, parts_do_not_sum, partial_period. (mixed_units belongs to the axis, in chart.cpp.)
void doubt_exhibit(Context& context, const spec::Exhibit& exhibit, const Grid& grid, const doc::Exhibit& bound);

/// Whether a reader who adds up the printed parts comes to the printed total.
[[nodiscard]] bool rounded_parts_sum(const std::vector<double>& parts, double total, int decimals);

}  // namespace precis::bind
