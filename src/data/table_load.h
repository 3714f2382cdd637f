// data/table_load.h: a table's file into its SQLite table, row by row, each cell as its column's type says.
// Stage: within DATABASE, at a table's first use. Memory stays flat beside the database.
#pragma once
#include <string>
#include <vector>

#include "data/model.h"
#include "data/sqlite.h"

namespace precis::data {

struct LoadedTable {
    std::int64_t rows = 0;
    diag::Diagnostics found;
};

/// `shown` is what diagnostics call the file; `source_ids` are sorted.
/// Errors: file_unreadable, empty_file, csv_syntax, not_utf8, control_character, undeclared_column, missing_column,
/// cell_type, duplicate_row, unknown_source; at most 20 of a kind of place, and then one that counts the rest.
[[nodiscard]] LoadedTable load_table(sqlite3* db, const TableRecord& table, const std::string& shown,
                                     const std::vector<std::string>& source_ids);

/// The line of the file on which each row (from 1, ascending) begins.
[[nodiscard]] std::vector<std::size_t> lines_of_rows(const TableRecord& table, const std::vector<std::int64_t>& rows);

/// The statement that makes the empty table.
[[nodiscard]] std::string create_statement(const TableRecord& table);

}  // namespace precis::data
