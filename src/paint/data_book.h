// paint/data_book.h: a workbook of data: typed rows under a title, a sheet each, behind a list of the sheets.
// Stage: (5) rows as values -> DATA BOOK -> bytes of an .xlsx file, by libxlsxwriter.
//
// In: sheets of rows with number formats; nothing is looked up. Out: the file; the same book gives the same bytes.
// Texts are never formulas. Dates become days of the workbook's calendar.
// Errors: format_not_available if libxlsxwriter is not installed; not_painted if a sheet has more rows or columns than
// a workbook allows (1,048,576 × 16,384), or the library fails. Cost: linear in the cells.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::paint {

/// Nothing, a number, or a text.
using BookCell = std::variant<std::monostate, double, std::string>;

struct BookColumn {
    std::string name;
    std::string number_format = {};  // in Excel's notation; empty: General
    bool is_dates = false;           // its texts are days or months: 2026-08-31, 2026-08
};

struct BookSheet {
    std::string tab;  // its name, as wanted; made valid and unique
    std::string title, subtitle;
    std::vector<BookColumn> columns;
    struct Row {
        std::vector<BookCell> cells;
        bool total = false;  // in bold
    };
    std::vector<Row> rows;
    std::vector<std::string> notes;  // below the rows, a line each
};

struct DataBook {
    std::string title, author, date, contents;  // date: ISO 8601; contents: the name of the first sheet
    std::vector<std::string> lines;             // below the title of the first sheet
    bool right_to_left = false;
    std::vector<BookSheet> sheets;
};

[[nodiscard]] diag::Result<std::string> xlsx(const DataBook& book);

}  // namespace precis::paint
