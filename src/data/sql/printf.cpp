// SQLite's printf() returns NULL for a text that is too long; its other functions fail. A second connection, which
// still has the original, computes each result; that costs about a microsecond a row.
#include "data/sql/printf.h"

#include <map>

namespace precis::data {
namespace {

/// The connection with SQLite's own printf(), opened at the first call.
struct Original {
    Connection db;
    std::map<int, Statement> calls;  // by the number of arguments
};

sqlite3_stmt* call_of(Original& original, sqlite3* asking, int count) {
    if (!original.db) {
        sqlite3* db = nullptr;
        sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
        original.db.reset(db);
        sqlite3_limit(db, SQLITE_LIMIT_LENGTH, sqlite3_limit(asking, SQLITE_LIMIT_LENGTH, -1));
    }
    auto& call = original.calls[count];
    if (!call) {
        std::string places;
        for (int i = 0; i < count; ++i) places += i > 0 ? ",?" : "?";
        // The original returns NULL for an empty result as well as for an oversized one; the prefix '>' tells them
        // apart.
        call = prepared(original.db.get(), "SELECT printf('>' || " + places + ")");
    }
    return call.get();
}

void printf_of(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (count == 0 || sqlite3_value_type(arguments[0]) == SQLITE_NULL) return sqlite3_result_null(context);
    auto& original = *static_cast<Original*>(sqlite3_user_data(context));
    auto* call = call_of(original, sqlite3_context_db_handle(context), count);
    if (call == nullptr) return sqlite3_result_error_nomem(context);
    for (int i = 0; i < count; ++i) sqlite3_bind_value(call, i + 1, arguments[i]);
    const bool has_text = sqlite3_step(call) == SQLITE_ROW && sqlite3_column_type(call, 0) != SQLITE_NULL;
    if (has_text) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(call, 0));
        sqlite3_result_text(context, text + 1, sqlite3_column_bytes(call, 0) - 1, SQLITE_TRANSIENT);
    } else {
        sqlite3_result_error_toobig(context);
    }
    sqlite3_reset(call);
    sqlite3_clear_bindings(call);
}

}  // namespace

void register_printf(sqlite3* db) {
    for (const auto* name : {"printf", "format"}) {
        sqlite3_create_function_v2(db, name, -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, new Original,
                                   printf_of, nullptr, nullptr,
                                   [](void* original) { delete static_cast<Original*>(original); });
    }
}

}  // namespace precis::data
