// layout/blocks/table_fit.h: how a table is made to fit the width of its page. Inside the room.
//
// The steps, each only if those before do not suffice: narrower gaps and divided words; smaller letters, down to the
// layout's `table: smallest`; a page on its side, if the layout has the master `landscape`; the columns in several
// parts with the stub in each. Slides do not divide words, because PowerPoint divides none, and do not lie.
// Units: points. Cost: the contents are measured once, and once more for a table that does not fit as it is.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "layout/blocks/table_grid.h"

namespace precis::layout {

/// Some of a table's columns, or all.
struct TablePart {
    std::shared_ptr<const doc::Table> own;  // if it has not all columns
    const doc::Table* table = nullptr;
    TableGrid grid;
    const doc::Table& rows() const { return *table; }
};

struct TableForm {
    std::shared_ptr<const style::Layout> layout;  // with smaller letters or divided words; none: the setting's
    double width = 0;
    bool turned = false;  // it stands on a page on its side
    std::vector<TablePart> parts;
    std::string steps;  // what was done, in words; empty: nothing
    bool fits = true;
    double needed = 0;       // width at the layout's own sizes
    double had = 0;          // width in the text
    std::size_t widest = 0;  // the column whose contents need the most
};

/// The widths that a table may have: in the text, and on a page on its side (0: there is none).
struct TableRoom {
    double width = 0, turned = 0;
};

[[nodiscard]] TableForm table_form(Setting& s, const doc::Table& table, const TableRoom& room);

/// Tells the author what was done: table_adapted, or table_too_wide if it does not suffice.
void report_form(Setting& s, const doc::Exhibit& exhibit, const doc::Table& table, const TableForm& form);

}  // namespace precis::layout
