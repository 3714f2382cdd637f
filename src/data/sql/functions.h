// data/sql/functions.h: the SQL functions of docs/design/language.md#sql, and what a running query notes through them.
// Stage: within DATABASE; SQLite calls them for each row. Private to the room.
// value() looks values up; _record and _read pass a value on and note that this fact or cell was read.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "data/database.h"
#include "data/sql/sqlite.h"

namespace precis::data {

/// Which cells a query has read: noted[table][column][rowid - 1].
using NotedCells = std::vector<std::vector<std::vector<bool>>>;

/// One running query; value() may start another one inside it.
struct Frame {
    Frame* outer = nullptr;
    int depth = 0;
    std::int64_t steps_left = 0;
    std::vector<bool> fact_rows;              // [rowid - 1]: this fact's value was read
    std::vector<std::string> sources, facts;  // of values that value() gave
    std::map<std::string, LookedUp, std::less<>> looked_up;
    std::string failed_name;  // the value() that failed
};

/// What the functions find in SQLite's user data.
struct Calls {
    Lookup lookup;
    Frame* frame = nullptr;       // of the innermost query
    NotedCells* noted = nullptr;  // set while database_cells.cpp notes the cells of a query
};

/// Registers all functions of the language. `calls` must outlive the connection.
void register_functions(sqlite3* db, Calls& calls);

/// Names of this program's functions and the common ones of SQLite, for "did you mean".
[[nodiscard]] const std::vector<std::string>& function_names();

}  // namespace precis::data
