// data/aggregates.h: the SQL aggregates series(x, y) and median(x).
// Stage: within DATABASE; SQLite calls them row by row and asks for the result at the group's end.
#pragma once
#include "data/sqlite.h"

namespace precis::data {

void register_aggregates(sqlite3* db);

}  // namespace precis::data
