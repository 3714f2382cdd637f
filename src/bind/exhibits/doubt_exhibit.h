// bind/exhibits/doubt_exhibit.h: what a careful reader would doubt of numbers side by side in one exhibit. Each doubt
// can be answered with a `because:` of the exhibit. (mixed_units is about the axis: chart.cpp.)
#pragma once
#include <vector>

#include "bind/exhibits/grid.h"
#include "doc/document.h"

namespace precis::bind {

/// `bound`: the exhibit with its data. Errors: source_missing. Warnings: too_many_series, mixed_qualifiers,
/// mixed_bases, small_base, parts_do_not_sum, partial_period. Linear in the cells.
void doubt_exhibit(Context& context, const spec::Exhibit& exhibit, const Grid& grid, const doc::Exhibit& bound);

/// True if the parts, each rounded to `decimals`, add up to the total, rounded likewise.
[[nodiscard]] bool rounded_parts_sum(const std::vector<double>& parts, double total, int decimals);

}  // namespace precis::bind
