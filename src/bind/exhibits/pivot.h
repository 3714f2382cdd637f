// bind/exhibits/pivot.h: a table's columns that come from the data. Inside the room.
// In: rows with a value each, and the columns that say where it belongs. Out: a row for each thing, a column for each
// value of those columns.
#pragma once
#include <string>
#include <vector>

#include "bind/exhibits/grid.h"

namespace precis::bind {

/// A column of a pivot.
struct PivotColumn {
    std::size_t index = 0;             // in Pivoted::grid
    std::optional<std::size_t> notes;  // the column of its cells' notes there
    std::string label;                 // the innermost value, as printed
    std::vector<std::string> over;     // the other values, the outermost first
};

struct Pivoted {
    Grid grid;  // the columns of the data, then those of the pivot
    std::vector<PivotColumn> columns;
};

/// The columns of the data that a table shows without naming them: all, or of a pivot those that it does not use up.
[[nodiscard]] std::vector<std::size_t> unlisted_columns(const spec::Exhibit& exhibit, const Grid& grid);

/// Rows that agree in the table's other columns and its groups become one. Heads are printed as their column's values;
/// outer ones in the order in which they first appear, inner ones so below each, or as `order` says.
///
/// Errors: unknown_column; pivot_unfit (two rows for one cell, too many columns, a row without a head, an order that
/// does not fit). With an error the grid may lack columns.
[[nodiscard]] Pivoted pivot_grid(Context& context, const spec::Exhibit& exhibit, const Grid& grid);

}  // namespace precis::bind
