// One table for each side. Sorting and grouping are SQLite's external merge sort, whose memory the page cache bounds.
// Source: https://sqlite.org/inmemorydb.html (temporary databases), https://sqlite.org/rowvalue.html.
#include "data/snapshot/row_store.h"

#include <algorithm>
#include <numeric>

namespace precis::data {
namespace {

constexpr const char* kTables[] = {"before", "after"};

std::string column(std::size_t index) {
    return "c" + std::to_string(index);
}

}  // namespace

RowStore::RowStore(std::size_t columns) : columns_(columns) {
    sqlite3* db = nullptr;
    sqlite3_open_v2("", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    db_.reset(db);
    run(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -8000");
    std::string marks;
    for (std::size_t i = 0; i < columns; ++i) marks += i == 0 ? "?" : ",?";
    for (std::size_t side = 0; side < 2; ++side) {
        run(db, std::string("CREATE TABLE ") + kTables[side] + "(" + list(all(), {}, " TEXT") + ")");
        insert_[side] = prepared(db, std::string("INSERT INTO ") + kTables[side] + " VALUES(" + marks + ")");
    }
    run(db, "BEGIN");
}

std::vector<std::size_t> RowStore::all() const {
    std::vector<std::size_t> columns(columns_);
    std::iota(columns.begin(), columns.end(), 0U);
    return columns;
}

std::string RowStore::list(const std::vector<std::size_t>& columns, std::string_view before,
                           std::string_view after) const {
    std::string out;
    for (const auto index : columns) {
        out += out.empty() ? "" : ", ";
        out.append(before).append(column(index)).append(after);
    }
    return out;
}

bool RowStore::add(Side side, const std::vector<std::string>& cells) {
    auto* statement = insert_[static_cast<std::size_t>(side)].get();
    if (statement == nullptr) return false;
    for (std::size_t i = 0; i < cells.size(); ++i) bind_text(statement, static_cast<int>(i) + 1, cells[i]);
    sqlite3_step(statement);
    if (sqlite3_reset(statement) != SQLITE_OK) return false;
    ++counts_[static_cast<std::size_t>(side)];
    return true;
}

bool RowStore::each_sorted(const std::vector<std::size_t>& first, const std::vector<bool>& numbers,
                           const std::function<bool(const Cells&)>& take) {
    auto order = first;
    for (const auto index : all())
        if (std::find(first.begin(), first.end(), index) == first.end()) order.push_back(index);
    std::string by;
    for (const auto index : order) {
        by += by.empty() ? "" : ", ";
        // An empty cell is no number, and stands first. Equal numbers of different texts are told apart by the text.
        if (numbers[index]) by += column(index) + " <> '', CAST(" + column(index) + " AS NUMERIC), ";
        by += column(index);
    }
    const auto rows = prepared(db_.get(), "SELECT " + list(all()) + " FROM after ORDER BY " + by);
    if (!rows) return false;
    Cells cells(columns_);
    for (;;) {
        const int step = sqlite3_step(rows.get());
        if (step != SQLITE_ROW) return step == SQLITE_DONE;
        for (std::size_t i = 0; i < columns_; ++i) {
            const auto at = static_cast<int>(i);
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(rows.get(), at));
            cells[i] = {text != nullptr ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(rows.get(), at))};
        }
        if (!take(cells)) return true;
    }
}

bool RowStore::compare(const std::vector<std::size_t>& key, Changes& changes) {
    std::vector<std::size_t> rest;
    for (const auto index : all())
        if (std::find(key.begin(), key.end(), index) == key.end()) rest.push_back(index);
    const auto both = "(SELECT 1 AS side, * FROM after UNION ALL SELECT 0, * FROM before)";
    const std::string counts = "SELECT sum(side) AS a, sum(1 - side) AS b";
    std::string sql;
    if (key.empty()) {
        sql = "SELECT sum(max(a - b, 0)), sum(max(b - a, 0)), 0 FROM (" + counts + " FROM " + both + " GROUP BY " +
              list(all()) + ")";
    } else {
        const auto differs =
            rest.empty() ? std::string("0") : "(" + list(rest, "min(", ")") + ") <> (" + list(rest, "max(", ")") + ")";
        sql = "SELECT sum(a > 0 AND b = 0), sum(a = 0 AND b > 0), sum(a > 0 AND b > 0 AND differs) FROM (" + counts +
              ", " + differs + " AS differs FROM " + both + " GROUP BY " + list(key) + ")";
    }
    const auto row = prepared(db_.get(), sql);
    if (!row || sqlite3_step(row.get()) != SQLITE_ROW) return false;
    changes.added = sqlite3_column_int64(row.get(), 0);
    changes.removed = sqlite3_column_int64(row.get(), 1);
    changes.changed = sqlite3_column_int64(row.get(), 2);
    return true;
}

std::string RowStore::fault() const {
    return sqlite3_errmsg(db_.get());
}

}  // namespace precis::data
