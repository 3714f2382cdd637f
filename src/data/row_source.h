// data/row_source.h: the rows of a table's file, one at a time, whatever its format; the first holds the names.
// Stage: file -> ROWS -> table_load, which gives each cell its type.
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
    /// Of the row that `next` gave; their texts are valid until the next one.
    virtual const std::vector<CsvCell>& cells() const = 0;
    virtual const CsvFault& fault() const = 0;
    /// Where a cell stands, in words, in a file that is no text: "cell C17". Empty: `begin` and `end` are its bytes.
    virtual std::string place(std::size_t /*cell*/) const { return {}; }
    /// The number by which people find the row in a file that is no text; 0: count the lines of its bytes.
    virtual std::size_t row_number() const { return 0; }
};

/// What cannot be read at all is reported; then there is no source.
/// Errors: file_unreadable, file_too_large, those of the format's parser, wrong_type, unknown_name (a sheet, a table).
[[nodiscard]] std::unique_ptr<RowSource> open_rows(const TableRecord& table, const std::string& shown,
                                                   diag::Diagnostics& found);

/// JSON, JSON Lines and YAML: a list of mappings, whose keys are the columns.
[[nodiscard]] std::unique_ptr<RowSource> open_tree_rows(const TableRecord& table, const std::string& shown,
                                                        diag::Diagnostics& found);
/// A table of an SQLite file: the one that `sheet` names, else the one of the table's own name, else the only one.
[[nodiscard]] std::unique_ptr<RowSource> open_sqlite_rows(const TableRecord& table, const std::string& shown,
                                                          diag::Diagnostics& found);
/// A sheet of a workbook, or a range of one: `sheet: Data`, `sheet: Data!B3:F20`, `sheet: a_defined_name`.
[[nodiscard]] std::unique_ptr<RowSource> open_workbook_rows(const TableRecord& table, const std::string& shown,
                                                            diag::Diagnostics& found);

}  // namespace precis::data
