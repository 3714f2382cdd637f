// bind/comparable.h: whether numbers that an exhibit sets side by side may be compared. Private.
#pragma once
#include "bind/context.h"
#include "bind/grid.h"

namespace precis::bind {

/// Warnings, each silenced by the block's `because:` alone: mixed_bases, mixed_qualifiers, small_base,
/// parts_do_not_sum, partial_period. (mixed_units belongs to the axis, in chart.cpp.)
void check_comparable(Context& context, const spec::Exhibit& exhibit, const Grid& grid, const doc::Exhibit& bound);

/// Whether rounded parts, as printed, add up to their rounded total.
[[nodiscard]] bool rounded_parts_sum(const std::vector<double>& parts, double total, int decimals);

}  // namespace precis::bind
