// The connection: a copy of the default VFS without its clock, and limits for every query.
#include "data/sql/sqlite.h"

#include <algorithm>

namespace precis::data {

Memory::Memory(std::int64_t bytes) {
    sqlite3_initialize();
    static_cast<sqlite3_vfs&>(vfs_) = *sqlite3_vfs_find(nullptr);
    vfs_.zName = "precis-without-clock";
    vfs_.xCurrentTime = refuse_old_time;
    vfs_.xCurrentTimeInt64 = refuse_time;
    sqlite3_vfs_register(&vfs_, 0);
    sqlite3* db = nullptr;
    sqlite3_open_v2(bytes > 0 ? "" : ":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                    vfs_.zName);
    sqlite3_vfs_unregister(&vfs_);  // the connection keeps it; other connections must not find it
    db_.reset(db);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 16 << 20);
    sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 200);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
    // No journal is needed: nothing is rolled back, because a table that fails to load fails the build.
    run(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    // Negative: in units of 1024 bytes. SQLite sizes its sorter by it, too: in memory the small default is faster.
    if (bytes > 0) run(db, "PRAGMA cache_size = -" + std::to_string(std::max<std::int64_t>(bytes / 1024, 1)));
}

bool Memory::clock_was_asked(bool from_now) {
    const bool asked = vfs_.asked;
    vfs_.asked = from_now;
    return asked;
}

int Memory::refuse_time(sqlite3_vfs* vfs, sqlite3_int64*) {
    static_cast<Clockless*>(vfs)->asked = true;
    return SQLITE_ERROR;
}

int Memory::refuse_old_time(sqlite3_vfs* vfs, double*) {
    static_cast<Clockless*>(vfs)->asked = true;
    return SQLITE_ERROR;
}

}  // namespace precis::data
