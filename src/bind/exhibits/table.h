// bind/exhibits/table.h: a grid becomes a table: the columns asked for, group rows with subtotals, a row of totals.
#pragma once
#include "bind/exhibits/grid.h"
#include "doc/document.h"

namespace precis::bind {

struct BoundTable {
    doc::Table table;
    bool rounding_shows = false;  // true: some printed parts do not add up to their printed total
};

/// Errors: unknown_column, unknown_format, head_missing (a column without a label).
[[nodiscard]] BoundTable bind_table(Context& context, const spec::Exhibit& exhibit, const Grid& grid);

}  // namespace precis::bind
