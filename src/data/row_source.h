// data/row_source.h: the rows of a table's file, one at a time, for every format; the first row has the column names.
// Stage: file -> ROWS -> table_load, which gives each cell its type. Private to the room. row_source.cpp has CSV and
// TSV; the other formats are in row_source_tree.cpp (JSON, JSON Lines, YAML), row_source_sqlite.cpp and
// row_source_workbook.cpp.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "data/csv.h"
#include "data/model.h"

namespace precis::data {

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
    /// The line on which the row begins, from 1; 0: not known, it follows from its bytes.
    virtual std::size_t line() const { return 0; }
};

/// The rows of the table's file; nullptr after an error. Diagnostics call the file `shown`.
/// Errors: file_unreadable, file_too_large, those of the format's parser, wrong_type, unknown_name (a sheet, a table).
[[nodiscard]] std::unique_ptr<RowSource> open_rows(const TableRecord& table, const std::string& shown,
                                                   diag::Diagnostics& diagnostics);

/// JSON, JSON Lines and YAML: a list of mappings; their keys are the columns.
[[nodiscard]] std::unique_ptr<RowSource> open_tree_rows(const TableRecord& table, const std::string& shown,
                                                        diag::Diagnostics& diagnostics);
/// A table of an SQLite file: the one that `sheet` names, else the only one, else the one with the table's own name.
[[nodiscard]] std::unique_ptr<RowSource> open_sqlite_rows(const TableRecord& table, const std::string& shown,
                                                          diag::Diagnostics& diagnostics);
/// A sheet of a workbook, or a range of one: `sheet: Data`, `sheet: Data!B3:F20`, `sheet: a_defined_name`.
[[nodiscard]] std::unique_ptr<RowSource> open_workbook_rows(const TableRecord& table, const std::string& shown,
                                                            diag::Diagnostics& diagnostics);

}  // namespace precis::data
