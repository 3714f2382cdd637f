// bind/exhibits/doubt_exhibit.h: what a careful reader would doubt of an exhibit whose numbers stand side by side.
#pragma once
#include "bind/exhibits/grid.h"
#include "doc/document.h"

namespace precis::bind {

/// An exhibit with its data bound: source_missing (an error), too_many_series, mixed_qualifiers, mixed_bases,
/// small_base, parts_do_not_sum, partial_period. (mixed_units belongs to the axis, in chart.cpp.)
void doubt_exhibit(Context& context, const spec::Exhibit& exhibit, const Grid& grid, const doc::Exhibit& bound);

/// Whether a reader who adds up the printed parts comes to the printed total.
[[nodiscard]] bool rounded_parts_sum(const std::vector<double>& parts, double total, int decimals);

}  // namespace precis::bind
