// doc/data_sheet.h: the numbers behind an exhibit as typed rows: what its CSV and its sheet of a workbook hold.
// Stage: doc::Exhibit -> DATA SHEET -> exhibit_csv, workbooks. Pure; linear in the values.
// In: a bound exhibit. Out: columns with names in English and rows of cells. Numbers are unrounded and without a
// locale; a percentage is 68 for 68 %. Columns that would be empty are left out, apart from those that hold the
// numbers.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "doc/exhibit.h"

namespace precis::doc {

/// Nothing, a number or a text.
using DataCell = std::variant<std::monostate, double, std::string>;

struct DataColumn {
    std::string name;       // with the unit in brackets behind it
    AxisFormat format;      // of its numbers: decimals as printed, else as many as they have, up to three
    bool is_dates = false;  // its texts are days or months as the data have them: 2026-08-31, 2026-08
};

struct DataSheet {
    std::vector<DataColumn> columns;
    struct Row {
        std::vector<DataCell> cells;  // pairs with columns
        bool total = false;           // of a table: a sum
    };
    std::vector<Row> rows;
};

/// No columns for a picture.
///
/// A chart has a row for each category of each series, in the order of the data; charts drawn by rows (scatter, bubble,
/// map) have one for each row. A table has its own columns, behind one for the group if it has groups. Qualifiers (more
/// than, about …), statuses (forecast …) and unpublished values have columns of their own, if there are any.
[[nodiscard]] DataSheet data_sheet(const Exhibit& exhibit);

}  // namespace precis::doc
