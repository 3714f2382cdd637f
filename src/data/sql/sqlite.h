// data/sql/sqlite.h: SQLite's handles as values that close themselves, and the private connection of every query.
// Private to the room. The short functions ignore SQLite's result codes where a failure shows later; what can fail
// because of an author's input is checked by the caller.
#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace precis::data {

struct CloseConnection {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// The compiled first statement of `sql`; nullptr if SQLite refuses it.
[[nodiscard]] inline Statement prepared(sqlite3* db, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    return Statement(statement);
}
inline bool run(sqlite3* db, const std::string& sql) {
    return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}
/// `text` must live until the statement has run.
inline void bind_text(sqlite3_stmt* statement, int index, std::string_view text) {
    sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}
[[nodiscard]] inline std::string text_at(sqlite3_stmt* statement, int column) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))) : std::string();
}
/// A name in SQL's double quotes; names of the model are checked and have no quotes.
[[nodiscard]] inline std::string sql_name(std::string_view name) {
    return "\"" + std::string(name) + "\"";
}

/// A private database without a clock: asking for the time fails and is noted. It is in memory; what exceeds a limit
/// goes to a file without a name below TMPDIR (else /var/tmp, /tmp), mode 0600, which ends with the connection.
/// Source: https://sqlite.org/inmemorydb.html, Temporary Databases.
/// Source: SQLite asks its VFS for the time (https://sqlite.org/vfs.html, xCurrentTimeInt64), for `date('now')` and for
/// CURRENT_TIMESTAMP.
class Memory {
  public:
    /// `bytes` > 0: rows beyond so many are in an unlinked file below TMPDIR; 0: all stay in memory.
    explicit Memory(std::int64_t bytes);
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    sqlite3* db() const { return db_.get(); }
    /// Whether the time was asked for since the last call; from now on the answer starts at `from_now`.
    bool clock_was_asked(bool from_now = false);

  private:
    struct Clockless : sqlite3_vfs {
        bool asked = false;
    };
    static int refuse_time(sqlite3_vfs* vfs, sqlite3_int64* time);
    static int refuse_old_time(sqlite3_vfs* vfs, double* time);

    Clockless vfs_{};  // before the connection, which uses it until it is closed
    Connection db_;
};

}  // namespace precis::data
