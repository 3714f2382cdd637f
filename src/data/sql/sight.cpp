// A row is late if its period begins after the date: the current month, quarter or year is not late.
#include "data/sql/sight.h"

#include <fmt/format.h>

#include <algorithm>

#include "data/cells/period.h"
#include "data/words.h"

namespace precis::data {
namespace {

/// An SQL condition that is true for a late row, by the length of its time: a day, a year, a week, a quarter or a
/// month. The date was parsed, so it has no quotes.
std::string is_late(const TableRecord& table, const std::string& date) {
    const auto day = parse_date(date);
    if (!day || table.time.empty()) return {};
    const auto text = [](const std::optional<std::string>& part) { return "'" + part.value_or("9999") + "'"; };
    const auto time = sql_name(table.time);
    return "CASE length(" + time + ") WHEN 10 THEN " + time + " > '" + date + "' WHEN 4 THEN " + time + " > '" +
           year_of(*day) + "' WHEN 8 THEN " + time + " > " + text(week_of(*day, 0)) + " ELSE CASE WHEN substr(" + time +
           ", 6, 1) = 'Q' THEN " + time + " > " + text(quarter_of(*day, 0)) + " ELSE " + time + " > " +
           text(month_of(*day, 0)) + " END END";
}

bool has(const std::vector<std::string>& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// Sources stand in the rows of the table.
bool has_sources_in_rows(const TableRecord& table) {
    return table.source.empty() && std::any_of(table.columns.begin(), table.columns.end(),
                                               [](const Column& column) { return column.name == "source"; });
}

bool is_numeric(Type type) {
    return type == Type::integer || type == Type::number || type == Type::percent || type == Type::currency ||
           type == Type::boolean;
}

/// The number that stands for a withheld one: beyond all numbers of data, and exact.
std::string_view extreme(Sight::Of rows) {
    return rows == Sight::Of::lowest ? "-1000000000000000" : "1000000000000000";
}

std::string in_place_of(const std::string& column, const std::string& condition, Sight::Of rows) {
    return fmt::format("CASE WHEN {} THEN {} ELSE {} END AS {}", condition, extreme(rows), column, column);
}

const Sight& sight_of(sqlite3_context* context) {
    return *static_cast<const Sight*>(sqlite3_user_data(context));
}

void withheld_fact(sqlite3_context* context, int, sqlite3_value** arguments) {
    sqlite3_result_int(context, sight_of(context).is_withheld_fact(sqlite3_value_int64(arguments[0])) ? 1 : 0);
}

void withheld_source(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
    sqlite3_result_int(context, text != nullptr && sight_of(context).is_withheld_source(text) ? 1 : 0);
}

}  // namespace

Sight::Sight(sqlite3* db, const Model& model) : db_(db), model_(model) {
    constexpr int kFlags = SQLITE_UTF8 | SQLITE_INNOCUOUS;
    sqlite3_create_function_v2(db, "_withheld_fact", 1, kFlags, this, withheld_fact, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(db, "_withheld_source", 1, kFlags, this, withheld_source, nullptr, nullptr, nullptr);
}

void Sight::set_date(const std::string& date) {
    if (date == date_) return;
    forget();
    date_ = date;
}

void Sight::withhold(Withheld withheld) {
    if (withheld == withheld_) return;
    forget();
    withheld_ = std::move(withheld);
    fact_rows_.assign(model_.facts.size(), false);
    for (std::size_t i = 0; i < model_.facts.size(); ++i) {
        const auto& fact = model_.facts[i];
        fact_rows_[i] = has(withheld_.facts, fact.id) || is_withheld_source(fact.source);
    }
}

void Sight::forget() {
    for (const auto& name : views_) run(db_, "DROP VIEW IF EXISTS temp." + sql_name(name));
    views_.clear();
    late_.clear();
    partly_closed_.clear();
    shown_ = Of::all;
}

std::int64_t Sight::late_rows(const std::string& table) const {
    const auto count = late_.find(table);
    return count == late_.end() ? 0 : count->second;
}

std::string Sight::condition(const TableRecord& table) const {
    const auto late = is_late(table, date_);
    return late.empty() ? std::string() : " WHERE NOT coalesce(" + late + ", 0)";
}

bool Sight::hide_late_rows(const std::vector<std::string>& tables) {
    if (date_.empty()) return false;
    bool newly_late = false;
    for (const auto& table : model_.tables) {
        const bool is_read = has(tables, table.name);
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

void Sight::show(Of rows) {
    if (rows == shown_) return;
    shown_ = rows;
    make_views();
}

bool Sight::is_withheld_fact(std::int64_t row) const {
    return row >= 1 && row <= static_cast<std::int64_t>(fact_rows_.size()) &&
           fact_rows_[static_cast<std::size_t>(row - 1)];
}

bool Sight::is_withheld_source(std::string_view ids) const {
    if (withheld_.sources.empty()) return false;
    const auto list = split_list(std::string(ids));
    return std::any_of(list.begin(), list.end(), [&](const auto& id) { return has(withheld_.sources, id); });
}

bool Sight::is_closed(const TableRecord& table) const {
    return has(withheld_.tables, table.name) || (!table.source.empty() && is_withheld_source(table.source));
}

std::vector<std::string> Sight::closed(const std::vector<std::string>& names) const {
    std::vector<std::string> out;
    for (const auto& table : model_.tables) {
        if (has(names, table.name) && is_closed(table)) out.push_back(table.name);
    }
    return out;
}

std::vector<std::string> Sight::partly_closed(const std::vector<std::string>& names) {
    std::vector<std::string> out;
    if (has(names, "facts") && has_withheld_facts()) out.emplace_back("facts");
    if (has(names, "sources") && !withheld_.sources.empty()) out.emplace_back("sources");
    if (withheld_.sources.empty()) return out;
    for (const auto& table : model_.tables) {
        if (!has(names, table.name) || !table.query.empty() || is_closed(table) || !has_sources_in_rows(table))
            continue;
        const auto [known, is_new] = partly_closed_.try_emplace(table.name, false);
        if (is_new) {
            const auto some =
                prepared(db_, "SELECT 1 FROM main." + sql_name(table.name) + " WHERE _withheld_source(source) LIMIT 1");
            known->second = some && sqlite3_step(some.get()) == SQLITE_ROW;
        }
        if (known->second) out.push_back(table.name);
    }
    return out;
}

bool Sight::has_withheld_facts() const {
    return std::find(fact_rows_.begin(), fact_rows_.end(), true) != fact_rows_.end();
}

void Sight::view(const std::string& name, const std::string& select) {
    const auto made = prepared(db_, "CREATE TEMP VIEW " + sql_name(name) + " AS " + select);
    if (made && sqlite3_step(made.get()) == SQLITE_DONE) views_.insert(name);
}

void Sight::make_views() {
    for (const auto& name : views_) run(db_, "DROP VIEW IF EXISTS temp." + sql_name(name));
    views_.clear();
    const bool changed = shown_ == Of::lowest || shown_ == Of::highest;
    bool any = false;
    if (shown_ != Of::all) {
        std::string columns;
        const auto add = [&](const std::string& name, bool number) {
            columns += columns.empty() ? "" : ", ";
            if (changed && number) {
                columns += in_place_of(sql_name(name), "_withheld_fact(rowid)", shown_);
            } else {
                columns += name == "value" ? "_record(value, rowid) AS value" : sql_name(name);
            }
        };
        for (const auto& name : fact_column_names())
            add(name, name == "value" || name == "n" || name == "low" || name == "high");
        for (const auto& column : model_.fact_columns) add(column.name, is_numeric(column.type));
        view("facts", "SELECT " + columns + " FROM main._facts" + (changed ? "" : " WHERE NOT _withheld_fact(rowid)"));
        if (!changed) view("sources", "SELECT * FROM main.sources WHERE NOT _withheld_source(id)");
        any = true;
    }
    for (const auto& table : model_.tables) {
        const bool by_rows = shown_ != Of::all && !withheld_.sources.empty() && has_sources_in_rows(table);
        const bool shut = shown_ == Of::permitted && is_closed(table);
        if (!table.query.empty() || (late_rows(table.name) == 0 && !by_rows && !shut)) continue;
        std::string columns = "*", where = late_rows(table.name) > 0 ? condition(table) : std::string();
        if (by_rows && changed) {
            columns.clear();
            for (const auto& column : table.columns) {
                const auto name = sql_name(column.name);
                columns += columns.empty() ? "" : ", ";
                columns += is_numeric(column.type) ? in_place_of(name, "_withheld_source(source)", shown_) : name;
            }
        }
        if (by_rows && !changed)
            where += std::string(where.empty() ? " WHERE" : " AND") + " NOT _withheld_source(source)";
        if (shut) where = " WHERE 0";
        view(table.name, "SELECT " + columns + " FROM main." + sql_name(table.name) + where);
        any = true;
    }
    if (!any) return;
    // The model's views are in the main schema and see its tables; copies among the temporary views see those instead.
    for (const auto& table : model_.tables) {
        if (table.query.empty()) continue;
        const bool shut = shown_ == Of::permitted && is_closed(table);
        view(table.name, shut ? "SELECT * FROM main." + sql_name(table.name) + " WHERE 0" : table.query.text);
    }
}

}  // namespace precis::data
