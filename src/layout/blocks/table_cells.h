// layout/blocks/table_cells.h: what stands in one cell: words, a bar, months, a tint, an arrow, a dot. Inside the room.
#pragma once
#include "layout/blocks/table_grid.h"

namespace precis::layout {

/// Where a cell stands and what it is measured by.
struct CellPlace {
    const TableGrid& grid;
    std::size_t column = 0;
    bool body = true;    // else a subtotal or total
    double highest = 0;  // of the group's months, for sparklines of twelve
};

/// Items from the row's top left, the cell's mark left to the caller; raises `height` to what they need.
[[nodiscard]] std::vector<scene::Item> cell_items(Setting& s, const doc::Table& table, const doc::Value& value,
                                                  const CellPlace& place, double& height);

/// A series of so many values is a year: its months are drawn as columns.
constexpr std::size_t kMonths = 12;

}  // namespace precis::layout
