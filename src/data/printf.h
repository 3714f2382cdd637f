// data/printf.h: printf() and format() of SQL, which fail where SQLite's own give NULL. For the files of this room
// only.
#pragma once
#include "data/sqlite.h"

namespace precis::data {

/// In place of SQLite's own, whose answer they give; a text beyond the connection's limit is an error (SQLITE_TOOBIG).
void register_printf(sqlite3* db);

}  // namespace precis::data
