// layout/blocks/table_cells.h: the drawing of one cell: words, a bar, months, a tint, an arrow or a dot.
// Inside the room. Units: points from the row's top left.
#pragma once
#include "layout/blocks/table_grid.h"

namespace precis::layout {

/// A series of so many values is a year: its months are drawn as columns instead of a line.
constexpr std::size_t kMonths = 12;

/// The cell's column and the scale of its drawing.
struct CellPlace {
    const TableGrid& grid;
    std::size_t column = 0;
    bool body = true;                   // false: a subtotal or total
    double highest = 0;                 // highest month of the group, for series of kMonths
    const doc::Stamp* stamp = nullptr;  // over its words
    std::string_view link = {};         // address that its words lead to; empty: none
};

/// The tint of a cell with `show: heat`, by its number and the largest of the column, and the colour of words on it.
struct CellTint {
    base::Color ground, words;
};
/// Nothing for a cell without a number, and if the layout has no ramp.
[[nodiscard]] std::optional<CellTint> tint_of(const Setting& s, const doc::Value& value, double largest);

/// The cell's items, which the caller wraps in the cell's mark. Raises `height` to the height that they need.
[[nodiscard]] std::vector<scene::Item> cell_items(Setting& s, const doc::Table& table, const doc::Value& value,
                                                  const CellPlace& place, double& height);

}  // namespace precis::layout
