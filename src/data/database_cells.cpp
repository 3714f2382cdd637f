// Which cells a query reads: it runs a second time over views that replace the tables and note each cell that SQLite
// asks for. Cells that only a condition reads are noted too, so a noted cell need not be part of the result.
#include <fmt/format.h>

#include "data/database_impl.h"
#include "data/tables/table_load.h"

namespace precis::data {
namespace {

/// Temporary views with the tables' names, which SQLite finds before the tables; dropped with this object.
class NotingViews {
  public:
    NotingViews(sqlite3* db, const Model& model, Sight& sight) : db_(db), model_(model), sight_(sight) {
        sight_.forget();
        for (std::size_t t = 0; t < model.tables.size(); ++t) {
            const auto& table = model.tables[t];
            if (!table.query.empty()) continue;
            std::string columns;
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                const auto name = sql_name(table.columns[c].name);
                columns += fmt::format("{}_read({}, {}, {}, rowid) AS {}", c == 0 ? "" : ", ", name, t, c, name);
            }
            run(db_, "CREATE TEMP VIEW " + sql_name(table.name) + " AS SELECT " + columns + " FROM main." +
                         sql_name(table.name));
        }
        for (const auto& table : model.tables) {
            if (table.query.empty()) continue;
            const auto view = prepared(db_, "CREATE TEMP VIEW " + sql_name(table.name) + " AS " + table.query.text);
            if (view) sqlite3_step(view.get());
        }
    }
    ~NotingViews() {
        for (const auto& table : model_.tables) run(db_, "DROP VIEW IF EXISTS temp." + sql_name(table.name));
    }
    NotingViews(const NotingViews&) = delete;
    NotingViews& operator=(const NotingViews&) = delete;

  private:
    sqlite3* db_;
    const Model& model_;
    Sight& sight_;
};

}  // namespace

diag::Result<std::vector<ReadCells>> Database::Impl::cells_read(const diag::Text& sql, const Parameters& parameters) {
    auto first_run = query(sql, parameters);  // loads the tables, and computes the values that value() asks for
    if (!first_run.ok()) return diag::Diagnostics(first_run.diagnostics());
    NotedCells noted;
    for (const auto& record : model.tables) noted.emplace_back(record.columns.size());
    {
        const NotingViews views(memory.db(), model, *sight);
        guard.following = true;
        calls.noted = &noted;
        auto followed = query(sql, parameters);
        calls.noted = nullptr;
        guard.following = false;
        if (!followed.ok()) return diag::Diagnostics(followed.diagnostics());
    }
    std::vector<ReadCells> cells;
    for (std::size_t t = 0; t < noted.size(); ++t) {
        for (std::size_t c = 0; c < noted[t].size(); ++c) {
            ReadCells read{model.tables[t].name, model.tables[t].columns[c].name, {}};
            for (std::size_t row = 0; row < noted[t][c].size(); ++row) {
                if (noted[t][c][row]) read.rows.push_back(static_cast<std::int64_t>(row) + 1);
            }
            if (!read.rows.empty()) cells.push_back(std::move(read));
        }
    }
    return cells;
}

diag::Result<std::vector<ReadCells>> Database::cells_read(const diag::Text& sql, const Parameters& parameters) const {
    return impl_->cells_read(sql, parameters);
}

std::vector<std::size_t> Database::lines_of(std::string_view name, const std::vector<std::int64_t>& rows) const {
    const auto* record = impl_->table(name);
    if (record == nullptr || record->file.empty()) return {};
    return lines_of_rows(*record, rows);
}

}  // namespace precis::data
