// A row is late if its period begins after the date: the current month, quarter or year is not late.
#include "data/sql/cut.h"

#include <fmt/format.h>

#include <algorithm>

#include "data/cells/period.h"

namespace precis::data {
namespace {

/// An SQL condition that is true for a late row, by the length of its time: a day, a year, a quarter or a month. The
/// date was parsed, so it has no quotes.
std::string is_late(const TableRecord& table, const std::string& date) {
    const auto day = parse_date(date);
    if (!day || table.time.empty()) return {};
    const auto text = [](const std::optional<std::string>& part) { return "'" + part.value_or("9999") + "'"; };
    const auto time = sql_name(table.time);
    return "CASE length(" + time + ") WHEN 10 THEN " + time + " > '" + date + "' WHEN 4 THEN " + time + " > '" +
           year_of(*day) + "' ELSE CASE WHEN substr(" + time + ", 6, 1) = 'Q' THEN " + time + " > " +
           text(quarter_of(*day, 0)) + " ELSE " + time + " > " + text(month_of(*day, 0)) + " END END";
}

}  // namespace

void Cut::set_date(const std::string& date) {
    if (date == date_) return;
    forget();
    date_ = date;
}

void Cut::forget() {
    if (views_) {
        for (const auto& table : model_.tables) run(db_, "DROP VIEW IF EXISTS temp." + sql_name(table.name));
    }
    views_ = false;
    late_.clear();
}

std::int64_t Cut::late_rows(const std::string& table) const {
    const auto count = late_.find(table);
    return count == late_.end() ? 0 : count->second;
}

std::string Cut::condition(const TableRecord& table) const {
    const auto late = is_late(table, date_);
    return late.empty() ? std::string() : " WHERE NOT coalesce(" + late + ", 0)";
}

bool Cut::hide_late_rows(const std::vector<std::string>& tables) {
    if (date_.empty()) return false;
    bool newly_late = false;
    for (const auto& table : model_.tables) {
        const bool is_read = std::find(tables.begin(), tables.end(), table.name) != tables.end();
        if (!is_read || !table.query.empty() || late_.contains(table.name)) continue;
        auto& count = late_[table.name];
        const auto late = is_late(table, date_);
        if (late.empty()) continue;
        const auto counted = prepared(db_, "SELECT count(*) FROM main." + sql_name(table.name) + " WHERE " + late);
        if (counted && sqlite3_step(counted.get()) == SQLITE_ROW) count = sqlite3_column_int64(counted.get(), 0);
        newly_late = newly_late || count > 0;
    }
    if (newly_late) make_views();
    return newly_late;
}

void Cut::make_views() {
    for (const auto& table : model_.tables) run(db_, "DROP VIEW IF EXISTS temp." + sql_name(table.name));
    views_ = true;
    for (const auto& table : model_.tables) {
        if (late_rows(table.name) == 0) continue;
        const auto name = sql_name(table.name);
        run(db_, fmt::format("CREATE TEMP VIEW {} AS SELECT * FROM main.{}{}", name, name, condition(table)));
    }
    // The model's views are in the main schema and see its tables; copies among the temporary views see those instead.
    for (const auto& table : model_.tables) {
        if (table.query.empty()) continue;
        const auto view = prepared(db_, "CREATE TEMP VIEW " + sql_name(table.name) + " AS " + table.query.text);
        if (view) sqlite3_step(view.get());
    }
}

}  // namespace precis::data
