// data/sql/sql_faults.h: SQLite's and the guard's refusals as diagnostics, at their place in the SQL.
// Stage: within DATABASE. Private to the room. Pure, except that a connection is asked for its last error.
#pragma once
#include <string>
#include <vector>

#include "data/sql/functions.h"
#include "data/sql/guard.h"
#include "data/sql/sqlite.h"
#include "diag/diagnostic.h"

namespace precis::data {

/// Names that a mistyped one in the query may have meant.
struct KnownNames {
    std::vector<std::string> tables, columns, functions;
};

/// A query as the author wrote it, and what SQLite got.
struct QueryText {
    const diag::Text* sql = nullptr;
    std::size_t prefix = 0;  // bytes put before it for SQLite, as "SELECT "
};

/// A connection's last error, kept before other statements replace it.
struct SqlError {
    std::string message;
    int offset = -1;  // byte of the SQL that SQLite got; -1: unknown
};
[[nodiscard]] SqlError last_error(sqlite3* db);

/// The fault of a query that SQLite cannot compile.
[[nodiscard]] diag::Diagnostic prepare_fault(const SqlError& error, const QueryText& query, const KnownNames& names);
/// The fault of a query that the guard refused.
[[nodiscard]] diag::Diagnostic guard_fault(const Guard& guard, const diag::Text& sql);
/// The fault that stopped a running query; `code` is SQLite's, `stopped` says why it was interrupted.
[[nodiscard]] diag::Diagnostic run_fault(sqlite3* db, int code, Stopped stopped, const QueryText& query);
/// The fault of a query that asked for the time.
[[nodiscard]] diag::Diagnostic clock_fault(const QueryText& query);

/// The fault of a query that asks strftime() for what SQLite has in its newest versions only, and gives NULL for in
/// others.
[[nodiscard]] std::optional<diag::Diagnostic> strftime_fault(const QueryText& query);
/// The fault of a query whose times depend on the machine's time zone.
[[nodiscard]] std::optional<diag::Diagnostic> time_zone_fault(const QueryText& query);

/// The first place of `word` in the SQL as a whole word outside of comments, in any case; with `in_text` also as a
/// whole text in single quotes. The whole SQL if there is none.
[[nodiscard]] diag::Span place_of(const diag::Text& sql, std::string_view word, bool in_text = false);

}  // namespace precis::data
