// The authorizer: a list of the actions that are allowed, and one of the functions that are not, because their result
// changes from run to run or depends on the connection.
#include "data/sql/guard.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/phrases.h"

namespace precis::data {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The name, or "" for the nullptr that SQLite passes if an action has none.
std::string_view known(const char* name) {
    return name != nullptr ? name : "";
}

int refuse(Guard& guard, std::string what, std::string word, std::string remedy) {
    if (guard.refused.empty()) {
        guard.refused = std::move(what);
        guard.refused_word = std::move(word);
        guard.remedy = std::move(remedy);
    }
    return SQLITE_DENY;
}

int judge_function(Guard& guard, const std::string& name, const char* within) {
    if (is_one_of(name, {"random", "randomblob"}))
        return refuse(guard, name + "()", name,
                      "a query must give the same result on every run: choose rows by a condition");
    if (is_one_of(name, {"current_date", "current_time", "current_timestamp"}))
        return refuse(guard, name, name, "use the parameter :date, the briefing's own");
    const bool of_connection = is_one_of(
        name, {"load_extension", "last_insert_rowid", "changes", "total_changes", "fts3_tokenizer", "sqlite_offset"});
    if (of_connection || name.rfind("sqlite_", 0) == 0)
        return refuse(guard, name + "()", name, "ask the model's tables only");
    if (name == "_record" && base::lowered(known(within)) != "facts")
        return refuse(guard, name + "()", name, "read the column “value” of facts");
    if (name.starts_with("_withheld") && known(within).empty())
        return refuse(guard, name + "()", name, "the build decides by itself what a reader may see");
    if (name == "_read" && !guard.following)
        return refuse(guard, name + "()", name, "read the table's columns themselves");
    return SQLITE_OK;
}

int judge_read(Guard& guard, const char* table, const char* column, const char* within) {
    const auto name = base::lowered(known(table));
    if (name == "_facts") {
        // Of a query that counts the rows only, SQLite does not say that it reads them through the view.
        if (known(column).empty()) return judge_read(guard, "facts", column, within);
        if (base::lowered(known(within)) == "facts") return SQLITE_OK;
        return refuse(guard, "the table “_facts”", name, "read “facts”");
    }
    const bool of_schema = name.rfind("sqlite_", 0) == 0 || name.rfind("pragma_", 0) == 0;
    if (of_schema || (is_one_of(name, {"dbstat", "bytecode", "tables_used"}) && column && *column != 0))
        return refuse(guard, "the table " + base::quoted(name), name,
                      "ask the model's tables only; “precis data” lists them");
    if (std::find(guard.tables.begin(), guard.tables.end(), name) == guard.tables.end()) guard.tables.push_back(name);
    return SQLITE_OK;
}

std::string_view action_word(int action) {
    switch (action) {
        case SQLITE_INSERT:
            return "INSERT";
        case SQLITE_UPDATE:
            return "UPDATE";
        case SQLITE_DELETE:
            return "DELETE";
        case SQLITE_PRAGMA:
            return "PRAGMA";
        case SQLITE_ATTACH:
            return "ATTACH";
        case SQLITE_DETACH:
            return "DETACH";
        case SQLITE_TRANSACTION:
            return "BEGIN";
        case SQLITE_SAVEPOINT:
            return "SAVEPOINT";
        case SQLITE_ALTER_TABLE:
            return "ALTER";
        case SQLITE_REINDEX:
            return "REINDEX";
        case SQLITE_ANALYZE:
            return "ANALYZE";
        default:
            return "CREATE or DROP";
    }
}

int authorize(void* state, int action, const char* first, const char* second, const char*, const char* within) {
    auto& guard = *static_cast<Guard*>(state);
    if (!guard.on) return SQLITE_OK;
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_RECURSIVE:
            return SQLITE_OK;
        case SQLITE_READ:
            return judge_read(guard, first, second, within);
        case SQLITE_FUNCTION:
            return judge_function(guard, base::lowered(known(second)), within);
        default: {
            // SQLite updates its own schema when a query uses a table-valued function such as pragma_table_info().
            if (action == SQLITE_UPDATE && first != nullptr && base::lowered(known(first)).rfind("sqlite_", 0) == 0)
                return refuse(guard, "a function that gives SQLite's own tables", "pragma_",
                              "ask the model's tables only; “precis data” lists them");
            const std::string word(action_word(action));
            return refuse(guard, word, word, "a query only reads: write a SELECT");
        }
    }
}

}  // namespace

void Guard::begin() {
    on = true;
    refused.clear();
    refused_word.clear();
    remedy.clear();
    tables.clear();
}

void install(sqlite3* db, Guard& guard) {
    sqlite3_set_authorizer(db, authorize, &guard);
}

}  // namespace precis::data
