// data/sql/printf.h: printf() and format() of SQL that fail on an oversized result, for which SQLite's own return NULL.
// Private to the room.
#pragma once
#include "data/sql/sqlite.h"

namespace precis::data {

/// Replaces both functions of a connection. The results are SQLite's; a text beyond the connection's length limit is an
/// error (SQLITE_TOOBIG).
void register_printf(sqlite3* db);

}  // namespace precis::data
