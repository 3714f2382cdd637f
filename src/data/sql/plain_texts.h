// data/sql/plain_texts.h: SQLite's instr(), replace(), trim(), LIKE and GLOB with a bound on the time of one call.
// Stage: within DATABASE. Private to the room. They answer as SQLite does; SQLite looks at its interrupt flag between
// its own steps only, and its versions take the product of both lengths, or more.
#pragma once
#include <sqlite3.h>

namespace precis::data {

/// Errors of a call: a pattern and a text whose lengths multiplied exceed 64 million; a result beyond the longest text.
void register_plain_texts(sqlite3* db);

}  // namespace precis::data
