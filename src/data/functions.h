// data/functions.h: the SQL functions of docs/design/language.md#sql and what a running query notes down through them.
// Stage: within DATABASE; SQLite calls them row by row.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "data/database.h"
#include "data/sqlite.h"

namespace precis::data {

/// Rows of tables whose cells a query has read: noted[table][column][rowid - 1].
using NotedCells = std::vector<std::vector<std::vector<bool>>>;

/// One query that runs; value() may start another inside it.
struct Frame {
    Frame* outer = nullptr;
    int depth = 0;
    std::int64_t steps_left = 0;
    std::vector<bool> fact_rows;              // [rowid - 1]: its value was read
    std::vector<std::string> sources, facts;  // through value()
    std::map<std::string, LookedUp, std::less<>> looked_up;
    std::string failed_name;  // the value() that failed
};

struct Calls {
    Lookup lookup;
    Frame* frame = nullptr;
    NotedCells* noted = nullptr;  // while a query is followed to its cells
};

/// Registers value, percent, growth, series, year, quarter, month, median and the view's own _record.
void register_functions(sqlite3* db, Calls& calls);

/// Names of ours and the common ones of SQLite, for "did you mean".
[[nodiscard]] const std::vector<std::string>& function_names();

}  // namespace precis::data
