// data/files/row_source.h: the rows of a table's file, one at a time, for every format; the first row has the column
// names. Stage: file -> ROWS -> table_load, which gives each cell its type. Private to the room. row_source.cpp has CSV
// and TSV; the other formats are in tree_rows.cpp (JSON, JSON Lines, YAML), sqlite_rows.cpp and workbook_rows.cpp
// (.xlsx, .ods).
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/files/csv.h"
#include "data/model.h"

namespace precis::data {

/// What the declaration of a database's column says of its values.
enum class Declared { nothing, boolean, day, decimals };
/// What a file says of a number, beside the number; `declared` counts for texts, too.
struct NumberLook {
    bool percent = false;       // it is shown as a percentage: 0.68 as 68 %
    bool moment = false;        // its column holds dates or times
    std::string_view currency;  // ISO 4217; empty: none
    int decimals = -1;          // that are shown; -1: those of its text
    Declared declared = Declared::nothing;
};
/// Why a cell has no value that can be read.
struct CellFault {
    std::string message;  // without its place, which follows it
    std::string remedy;
};

/// A row that is read, but may be none of the table's.
struct RowDoubt {
    std::size_t row = 0;  // its number
    std::string message;  // what it has, without its place: "has one cell, …"
};

class RowSource {
  public:
    using Step = CsvReader::Step;
    virtual ~RowSource() = default;
    virtual Step next() = 0;
    /// The cells of the row that `next` read; their texts are valid until the next call.
    virtual const std::vector<CsvCell>& cells() const = 0;
    virtual const CsvFault& fault() const = 0;
    /// A cell's place in words, for a file that is not text: "cell C17". Empty: its `begin` and `end` are byte offsets.
    virtual std::string place(std::size_t /*cell*/) const { return {}; }
    /// The row's number in a file that is not text; 0 in one that is.
    virtual std::size_t row_number() const { return 0; }
    /// The rows of a sheet as a range, “Data!A1:C11”; `last` 0: without the last row's number. Empty: no sheet, or one
    /// of which a range with an end is read.
    virtual std::string range(std::size_t /*first*/, std::size_t /*last*/) const { return {}; }
    /// The line on which the row begins, from 1; 0: not known, it follows from its bytes.
    virtual std::size_t line() const { return 0; }
    /// Whether `look` may say anything, in some row.
    virtual bool has_looks() const { return false; }
    virtual NumberLook look(std::size_t /*cell*/) const { return {}; }
    /// The fault of a cell of this row; nullptr: it can be read. Its text is what the file shows.
    virtual const CellFault* cell_fault(std::size_t /*cell*/) const { return nullptr; }
    virtual bool has_cell_faults() const { return false; }  // in this row
    /// Once all rows were read: what a reader of the table should know. Sentences without a full stop.
    virtual std::vector<std::string> notes() const { return {}; }
    /// Once all rows were read: the first of the last rows that may be notes or totals.
    virtual std::optional<RowDoubt> doubt() const { return std::nullopt; }
};

/// The rows of the table's file; nullptr after an error. Diagnostics call the file `shown`.
/// Errors: file_unreadable, file_too_large, those of the format's parser, wrong_type, unknown_name (a sheet, a table).
[[nodiscard]] std::unique_ptr<RowSource> open_rows(const TableRecord& table, const std::string& shown,
                                                   diag::Diagnostics& diagnostics);

/// JSON, JSON Lines and YAML: a list of mappings, or the one that `records` leads to; their keys are the columns, those
/// of nested mappings with a dot between: `address.city`.
[[nodiscard]] std::unique_ptr<RowSource> open_tree_rows(const TableRecord& table, const std::string& shown,
                                                        diag::Diagnostics& diagnostics);
/// A table or view of an SQLite file: the one that `sheet` names, else the one with the table's own name, else the only
/// table.
[[nodiscard]] std::unique_ptr<RowSource> open_sqlite_rows(const TableRecord& table, const std::string& shown,
                                                          diag::Diagnostics& diagnostics);
/// A sheet of a workbook, or a range of one, as data/files/sheet_choice.h reads it.
[[nodiscard]] std::unique_ptr<RowSource> open_workbook_rows(const TableRecord& table, const std::string& shown,
                                                            diag::Diagnostics& diagnostics);

}  // namespace precis::data
