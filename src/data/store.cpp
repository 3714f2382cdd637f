// The schema, the rows of facts and sources, and the tables that a statement reads by its plan.
#include "data/store.h"

#include <algorithm>

#include "base/numbers.h"
#include "base/phrases.h"
#include "data/cells/cell_type.h"
#include "data/model_reading.h"
#include "data/tables/table_load.h"
#include "data/words.h"

namespace precis::data {
namespace {

constexpr const char* kSourceColumns =
    "id TEXT, title TEXT, publisher TEXT, authors TEXT, date TEXT, url TEXT, accessed TEXT, license TEXT, "
    "max_age TEXT, population TEXT, caveat TEXT, via TEXT";

constexpr double kWhole = 9e15;  // doubles up to here, below 2^53, are exact whole numbers

/// Binds a text; an empty one means that the value is unknown and becomes NULL.
void bind_or_null(sqlite3_stmt* statement, int at, std::string_view text) {
    if (text.empty()) {
        sqlite3_bind_null(statement, at);
    } else {
        bind_text(statement, at, text);
    }
}

/// Binds a whole number as an integer, so that SQL prints it without a fraction.
void bind_number(sqlite3_stmt* statement, int at, const std::optional<double>& number) {
    if (!number) {
        sqlite3_bind_null(statement, at);
    } else if (*number == static_cast<double>(static_cast<std::int64_t>(std::clamp(*number, -kWhole, kWhole)))) {
        sqlite3_bind_int64(statement, at, static_cast<std::int64_t>(*number));
    } else {
        sqlite3_bind_double(statement, at, *number);
    }
}

void bind_fact_value(sqlite3_stmt* statement, int at, const Fact& fact) {
    if (!fact.number) return bind_or_null(statement, at, fact.value);
    if (fact.decimals > 0) {
        sqlite3_bind_double(statement, at, *fact.number);  // 2.0 stays a number with a fraction
    } else {
        bind_number(statement, at, fact.number);
    }
}

}  // namespace

void create_schema(sqlite3* db, const Model& model, Facts facts) {
    std::string columns, selected;
    for (const auto& name : fact_column_names()) {
        columns += (columns.empty() ? "" : ", ") + sql_name(name);
        selected += (selected.empty() ? "" : ", ");
        selected += name == "value" ? "_record(value, rowid) AS value" : sql_name(name);
    }
    for (const auto& column : model.fact_columns) {
        columns += ", " + sql_name(column.name);
        selected += ", " + sql_name(column.name);
    }
    if (facts == Facts::plain) {
        run(db, "CREATE TABLE facts(" + columns + ")");
    } else {
        run(db, "CREATE TABLE _facts(" + columns + "); CREATE VIEW facts AS SELECT " + selected + " FROM _facts");
    }
    run(db, std::string("CREATE TABLE sources(") + kSourceColumns + ")");
    for (const auto& table : model.tables) {
        if (!table.query.empty()) continue;
        if (!table.columns.empty()) run(db, create_statement(table));
    }
    for (const auto& table : model.tables) {
        if (table.query.empty()) continue;
        // Only the first statement is used; Database::Impl::check_views reports its faults, or a second statement.
        const auto view = prepared(db, "CREATE VIEW " + sql_name(table.name) + " AS " + table.query.text);
        if (view) sqlite3_step(view.get());
    }
}

Store::Store(sqlite3* db, const Model& model, std::filesystem::path root)
    : db_(db), model_(model), root_(std::move(root)) {
    for (const auto& source : model.sources) source_ids_.push_back(source.id);
    std::sort(source_ids_.begin(), source_ids_.end());
    const auto schema = prepared(db_, "SELECT rootpage, tbl_name FROM sqlite_master WHERE rootpage > 0");
    while (sqlite3_step(schema.get()) == SQLITE_ROW)
        roots_[sqlite3_column_int(schema.get(), 0)] = text_at(schema.get(), 1);
    run(db_, "BEGIN");
    fill_facts();
    fill_sources();
    run(db_, "COMMIT");
}

void Store::fill_facts() {
    const auto& own = model_.fact_columns;
    std::string sql = "INSERT INTO _facts VALUES(?";
    for (std::size_t i = 1; i < fact_column_names().size() + own.size(); ++i) sql += ",?";
    const auto insert = prepared(db_, sql + ")");
    if (!insert) return;  // two added columns have one name, which is reported already
    auto* row = insert.get();
    for (const auto& fact : model_.facts) {
        int at = 0;
        bind_or_null(row, ++at, fact.id);
        bind_or_null(row, ++at, fact.subject);
        bind_or_null(row, ++at, fact.measure);
        bind_fact_value(row, ++at, fact);
        bind_or_null(row, ++at, name_of(fact.qualifier));
        bind_or_null(row, ++at, fact.unit);
        bind_or_null(row, ++at, fact.period);
        bind_or_null(row, ++at, name_of(fact.status));
        bind_number(row, ++at, fact.n);
        bind_or_null(row, ++at, fact.base);
        bind_or_null(row, ++at, fact.question);
        bind_number(row, ++at, fact.low);
        bind_number(row, ++at, fact.high);
        bind_or_null(row, ++at, fact.detail);
        bind_or_null(row, ++at, fact.reported_by);
        bind_or_null(row, ++at, fact.source);
        bind_or_null(row, ++at, fact.supersedes);
        for (std::size_t i = 0; i < own.size(); ++i) {
            std::string made;
            const auto cell = typed(i < fact.extra.size() ? fact.extra[i] : std::string_view(), own[i], {}, made);
            ++at;
            sqlite3_bind_null(row, at);
            if (const auto* text = std::get_if<std::string_view>(&cell)) bind_text(row, at, *text);
            if (const auto* whole = std::get_if<std::int64_t>(&cell)) sqlite3_bind_int64(row, at, *whole);
            if (const auto* real = std::get_if<double>(&cell)) sqlite3_bind_double(row, at, *real);
        }
        sqlite3_step(row);
        sqlite3_reset(row);
    }
}

void Store::fill_sources() {
    const auto insert = prepared(db_, "INSERT INTO sources VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
    auto* row = insert.get();
    for (const auto& source : model_.sources) {
        const auto authors = base::joined(source.authors, "; ");
        int at = 0;
        for (const auto* text :
             {&source.id, &source.title, &source.publisher, &authors, &source.date, &source.url, &source.accessed,
              &source.license, &source.max_age, &source.population, &source.caveat, &source.via})
            bind_or_null(row, ++at, *text);
        sqlite3_step(row);
        sqlite3_reset(row);
    }
}

std::vector<std::string> Store::tables_read(const std::string& sql) const {
    std::vector<std::string> tables;
    const auto plan = prepared(db_, "EXPLAIN " + sql);
    while (plan && sqlite3_step(plan.get()) == SQLITE_ROW) {
        if (text_at(plan.get(), 1) != "OpenRead" || sqlite3_column_int(plan.get(), 4) != 0) continue;
        const auto root = roots_.find(sqlite3_column_int(plan.get(), 3));
        if (root == roots_.end()) continue;
        if (std::find(tables.begin(), tables.end(), root->second) == tables.end()) tables.push_back(root->second);
    }
    return tables;
}

int Store::decimals(const TableRecord& table, std::size_t column) const {
    const auto known = decimals_.find(table.name);
    return known != decimals_.end() && column < known->second.size() ? known->second[column] : -1;
}

std::vector<std::string> Store::notes(const std::string& table) const {
    const auto known = notes_.find(table);
    return known == notes_.end() ? std::vector<std::string>() : known->second;
}

const diag::Diagnostics& Store::need(const std::string& table) {
    needed_.insert(table);
    const auto [entry, is_new] = diagnostics_.try_emplace(table);
    auto& diagnostics = entry->second;
    if (!is_new) return diagnostics;
    const auto record =
        std::find_if(model_.tables.begin(), model_.tables.end(), [&](const TableRecord& t) { return t.name == table; });
    if (record == model_.tables.end() || record->file.empty()) return diagnostics;
    auto loaded = load_table(db_, *record, shown_name(record->file, root_), source_ids_);
    decimals_[table] = std::move(loaded.decimals);
    notes_[table] = std::move(loaded.notes);
    rows_loaded_ += loaded.rows;
    diagnostics = std::move(loaded.diagnostics);
    return diagnostics;
}

}  // namespace precis::data
