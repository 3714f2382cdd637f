// data/tables/table_load.h: loading a table's file into SQLite, row by row, each cell by its column's type.
// Stage: within DATABASE, at a table's first use. Private to the room. Besides the database only one row is in memory.
#pragma once
#include <string>
#include <vector>

#include "data/model.h"
#include "data/sql/sqlite.h"

namespace precis::data {

struct LoadedTable {
    std::int64_t rows = 0;
    std::vector<int> decimals;       // of the model's columns: the most digits behind the decimal sign in the file
    std::vector<std::string> notes;  // RowSource::notes
    diag::Diagnostics diagnostics;
};

/// Loads the file and checks `key` and the column `source`. Diagnostics call the file `shown`; `source_ids` are sorted.
/// Errors: file_unreadable, empty_file, csv_syntax, not_utf8, control_character, undeclared_column, missing_column,
/// cell_type, duplicate_row, unknown_source; at most 20 of them, then one that counts the others. Warnings:
/// names_alike.
[[nodiscard]] LoadedTable load_table(sqlite3* db, const TableRecord& table, const std::string& shown,
                                     const std::vector<std::string>& source_ids);

/// The lines of the file on which these rows begin; rows count from 1 and ascend.
[[nodiscard]] std::vector<std::size_t> lines_of_rows(const TableRecord& table, const std::vector<std::int64_t>& rows);

/// The CREATE TABLE statement of the table.
[[nodiscard]] std::string create_statement(const TableRecord& table);

}  // namespace precis::data
