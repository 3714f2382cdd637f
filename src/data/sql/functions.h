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

/// The answer to one name.
struct Answer {
    LookedUp looked_up;
    bool used = false;  // value() was called for it
};
/// One running query. The values that it asks for are computed before it runs.
struct Frame {
    Frame* outer = nullptr;
    int depth = 0;
    std::int64_t steps_left = 0;
    std::vector<bool> fact_rows;                         // [rowid - 1]: this fact's value was read
    std::vector<std::string> sources, facts, origins;    // of values that value() gave
    Withheld withheld;                                   // … and what they rest on that is
    std::map<std::string, Answer, std::less<>> answers;  // to the names that the query has as literals
    std::string failed_name;                             // the value() that failed
};

/// What the count of steps has stopped; a query that is interrupted for nothing else took too long.
enum class Stopped { no, query_steps, run_steps };

/// What the functions find in SQLite's user data.
struct Calls {
    Lookup lookup;
    Lookup fact;                  // answers names that a query computes: it knows facts only
    Frame* frame = nullptr;       // of the innermost query
    NotedCells* noted = nullptr;  // set while database_cells.cpp notes the cells of a query
    std::int64_t steps = 0;       // of all queries so far
    Stopped stopped = Stopped::no;
};

/// Registers all functions of the language. `calls` must outlive the connection.
void register_functions(sqlite3* db, Calls& calls);

/// Names of this program's functions and the common ones of SQLite, for "did you mean".
[[nodiscard]] const std::vector<std::string>& function_names();

}  // namespace precis::data
