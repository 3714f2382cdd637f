// data/sql/remote_sql.h: what a database may be asked: one query that reads.
// Stage: within MODEL, when the model is read, so before any connection is opened. Private to the room. Pure.
// In: SQL of any dialect; only comments, texts in single quotes and names in double quotes, backticks or brackets are
// told apart from words. A query that passes may still fail, or call a function that writes: data/odbc asks for a
// read-only session and rolls back.
// Errors: a fault, which the caller reports as sql_not_allowed.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace precis::data {

struct RemoteSqlFault {
    std::size_t begin = 0, end = 0;  // bytes of the query
    std::string message, remedy;
};

/// The first thing that keeps `sql` from being one SELECT, or one WITH that ends in one.
[[nodiscard]] std::optional<RemoteSqlFault> remote_sql_fault(std::string_view sql);

}  // namespace precis::data
