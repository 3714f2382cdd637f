// deck/table_edit.h: new numbers in a table that a person may have restyled, or edited. Private to the room.
// Rows and columns are found by what their cells said when they were written; cells that say something else now were
// edited, and stay. Errors: none.
#pragma once
#include <pugixml.hpp>
#include <vector>

#include "deck/change.h"
#include "deck/package.h"
#include "deck/record.h"

namespace precis::deck {

struct TableSide {
    pugi::xml_node table;
    const ShapeRecord& entry;
    bool tints = false;  // the cells take its tints, too
};

/// Puts the fresh cells into the table; `written` becomes the entry of what is now written. Returns a change for each
/// cell, row or the whole; `updated` and `left` alone.
std::vector<Change> refresh_table(pugi::xml_node table, ShapeRecord& written, const TableSide& fresh,
                                  Adoption& adoption);

}  // namespace precis::deck
