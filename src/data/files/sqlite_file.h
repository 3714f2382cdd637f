// data/files/sqlite_file.h: an SQLite file of somebody else, opened so that nothing but its rows is read.
// Stage: file -> CONNECTION -> sqlite_rows. Private to the room.
// In: a path. Out: a read-only connection without a clock and without locks: no file beside the database is made or
// changed. Rows that are committed in its write-ahead log (`-wal`) are read. An authorizer allows only to read rows and
// to call functions whose results depend on the rows alone; a step limit ends a view that does not end by itself.
// Errors: nullptr and the fault.
// Source: https://sqlite.org/wal.html#noshm (a log in exclusive mode needs no shared memory),
// https://sqlite.org/uri.html.
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "data/sql/sqlite.h"

namespace precis::data {

class SqliteFile {
  public:
    struct Fault {
        std::string message, remedy;
    };
    /// nullptr if the file must not be read as it is; that it is no database shows at the first statement.
    static std::unique_ptr<SqliteFile> open(const std::filesystem::path& file, Fault& fault);
    SqliteFile(const SqliteFile&) = delete;
    SqliteFile& operator=(const SqliteFile&) = delete;

    sqlite3* db() const { return db_.get(); }
    /// From now on, statements end with SQLITE_INTERRUPT after a number of steps that grows with the file's size.
    void limit_steps();
    bool clock_was_asked() const { return vfs_.asked; }

  private:
    SqliteFile(const std::filesystem::path& file, bool has_log);
    struct Clockless : sqlite3_vfs {
        bool asked = false;
    };
    static int refuse_time(sqlite3_vfs* vfs, sqlite3_int64* time);
    static int refuse_old_time(sqlite3_vfs* vfs, double* time);
    static int count_steps(void* file);

    Clockless vfs_{};  // before the connection, which uses it until it is closed
    Connection db_;
    std::uintmax_t size_ = 0;
    std::int64_t steps_left_ = 0;
};

/// A name of the foreign file as SQL quotes it; unlike names of the model it may have quotes.
[[nodiscard]] std::string quoted_name(const std::string& name);

}  // namespace precis::data
