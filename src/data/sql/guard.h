// data/sql/guard.h: the actions that a query may take, decided while SQLite compiles it.
// Stage: within DATABASE. Private to the room. Allowed is reading the model's tables and views, facts and sources;
// refused are writes, the clock, random numbers, SQLite's schema tables, and the tables behind the views of this room.
#pragma once
#include <string>
#include <vector>

#include "data/sql/sqlite.h"

namespace precis::data {

/// The state of SQLite's authorizer: it judges while `on`, and notes the first refusal and all names of tables.
struct Guard {
    bool on = false;
    bool following = false;    // views that note each cell replace the tables (database_cells.cpp)
    std::string refused;       // "INSERT", "random()", "the table “_facts”" …; empty: nothing was refused
    std::string refused_word;  // the word of the SQL that was refused, to find its place
    std::string remedy;
    std::vector<std::string> tables;  // names of tables and views in the query, each once, in SQLite's order

    /// Forgets the last query and judges the next one.
    void begin();
};

/// Makes `guard` the connection's authorizer; it must outlive the connection.
void install(sqlite3* db, Guard& guard);

}  // namespace precis::data
