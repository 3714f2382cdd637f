// data/sql_faults.h: SQLite's complaints in the author's terms, at their place in the SQL.
// Stage: within DATABASE. Pure but for asking the connection for its last error.
#pragma once
#include <string>
#include <vector>

#include "data/guard.h"
#include "data/sqlite.h"
#include "diag/diagnostic.h"

namespace precis::data {

/// Names that the query might have meant.
struct KnownNames {
    std::vector<std::string> tables, columns, functions;
};

struct QueryText {
    const diag::Text* sql = nullptr;
    std::size_t prefix = 0;  // bytes that were put before it for SQLite
};

/// A connection's last error, kept before other statements replace it.
struct SqlError {
    std::string message;
    int offset = -1;  // in the SQL that SQLite saw; -1: unknown
};
[[nodiscard]] SqlError last_error(sqlite3* db);

/// What sqlite3_prepare has refused.
[[nodiscard]] diag::Diagnostic prepare_fault(const SqlError& error, const QueryText& query, const KnownNames& names);
/// What the guard has refused.
[[nodiscard]] diag::Diagnostic guard_fault(const Guard& guard, const diag::Text& sql);
/// What has stopped a query while it ran (errors of functions; `code` is SQLite's).
[[nodiscard]] diag::Diagnostic run_fault(sqlite3* db, int code, const QueryText& query);
/// A question for the clock.
[[nodiscard]] diag::Diagnostic clock_fault(const QueryText& query);

/// Where `word` stands in the SQL as a word of its own, outside of texts and comments (inside texts with `in_text`);
/// the whole SQL if it does not.
[[nodiscard]] diag::Span place_of(const diag::Text& sql, std::string_view word, bool in_text = false);

}  // namespace precis::data
