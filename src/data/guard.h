// data/guard.h: what a query may do, decided while SQLite compiles it.
// Stage: within DATABASE. Reading only, no clock, no chance, no schema; the tables of the model and nothing behind
// them.
#pragma once
#include <string>
#include <vector>

#include "data/sqlite.h"

namespace precis::data {

/// SQLite's authorizer is installed once; it judges while `on`, and notes what it saw.
struct Guard {
    bool on = false;
    bool following = false;    // the views that note cells stand in the tables' place
    std::string refused;       // what was refused: "INSERT", "random()", "sqlite_master" …; empty: nothing
    std::string refused_word;  // as it may stand in the SQL, to find its place
    std::string remedy;
    std::vector<std::string> tables;  // tables and views named, each once, in SQLite's order

    void begin();
};

void install(sqlite3* db, Guard& guard);

/// The first word of a query that is no SELECT and no expression: "INSERT", "PRAGMA" …; empty for others.
[[nodiscard]] std::string statement_word(std::string_view sql);
/// Whether a query begins with SELECT, WITH or VALUES and so needs none put before it.
[[nodiscard]] bool begins_as_query(std::string_view sql);
/// Offset of the first byte that is neither space nor comment.
[[nodiscard]] std::size_t first_token(std::string_view sql);

}  // namespace precis::data
