// data/sql/aggregates.h: the SQL aggregates series(x, y) and median(x); sum(), total() and avg() that
// refuse texts which are no numbers, of which SQLite would take the first digits ("12k" as 12), or nothing.
// Stage: within DATABASE; SQLite calls them for each row of a group and asks for the result at its end. Private to the
// room. Memory: series() and median() keep all values of a group until then.
#pragma once
#include "data/sql/sqlite.h"

namespace precis::data {

/// Errors, in SQL: a second argument of series(), or an argument of median(), that is neither a number nor NULL; a text
/// that is no number in the others.
void register_aggregates(sqlite3* db);

}  // namespace precis::data
