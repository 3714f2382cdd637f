// bind/values/shared_series.h: the sparklines of a column over one shared x axis, so that a row that lacks a point has
// a gap there and not a shorter line. Stage: rows of a query -> SHARED SERIES -> grid. Pure.
#pragma once
#include <optional>
#include <vector>

#include "data/database.h"

namespace precis::bind {

/// Shape: out[i] holds the y of rows[i] in order of x; an empty row stays empty.
/// The x are shared if one row has at least half of all of them and no row has one twice; otherwise, as with a year for
/// each row, every row keeps its own. Periods without a point in any row are gaps, too (absent_periods.h). Cost: n log
/// n in the points.
[[nodiscard]] std::vector<std::vector<std::optional<double>>> on_shared_axis(
    const std::vector<std::vector<data::SeriesPoint>>& rows);

}  // namespace precis::bind
