// data/snapshot/refresh.h: the rows of a database become the snapshot of a table.
// Stage: `precis data --refresh`: model -> REFRESH -> a CSV file that is committed; every other command reads that
// file.
//
// In: a model loaded with Snapshots::to_be_written, and a table of it that has a connection. Out: what has changed. The
// file has the table's columns in their declared order, its rows sorted by `key` (else by all columns), and one form
// for each value, so that a difference in version control is one in the data. It is replaced as a whole, and only if a
// byte differs.
// Errors, each with the old snapshot untouched: bad_value (the variable is not set, or has no connection string),
// format_not_available (no unixODBC), connection_failed, query_failed, snapshot_emptied, missing_column,
// undeclared_column, unknown_column (of the key), cell_type, control_character, not_utf8, duplicate_row,
// file_too_large, write_failed; internal_error for a table without a connection.
// The connection string goes to unixODBC alone: into no message, no file, no other process.
// Cost: rows are kept on disk; memory does not grow with their number.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "data/model.h"

namespace precis::data {

struct Refreshed {
    std::string table, file;  // `file` relative to the root
    bool is_new = false;      // there was no snapshot, or none that could be read
    bool is_written = false;  // false: no byte differs
    bool has_key = false;     // without one a changed row counts as removed and added
    std::int64_t before = 0, after = 0, added = 0, removed = 0, changed = 0;  // rows
};

/// The value of an environment variable.
using Variable = std::function<std::optional<std::string>(const std::string& name)>;

[[nodiscard]] diag::Result<Refreshed> refresh(const Model& model, const TableRecord& table,
                                              const std::filesystem::path& root, const Variable& variable);

}  // namespace precis::data
