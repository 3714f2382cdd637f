// bind/values/shared_series.h: sparklines of a column on one axis: what a row lacks is a gap, not a shorter line
// stretched. Stage: rows of a query -> GRID. Pure.
#pragma once
#include "data/database.h"

namespace precis::bind {

/// The y of each row's series, rows[i] that of row i; an empty one stays empty. All are laid over the same x in order
/// where one row has at least half of them: else (a row a year, say) each stands for itself.
[[nodiscard]] std::vector<std::vector<std::optional<double>>> on_shared_axis(
    const std::vector<std::vector<data::SeriesPoint>>& rows);

}  // namespace precis::bind
