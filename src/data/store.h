// data/store.h: the model in SQLite: facts and sources at once, tables as soon as a query needs them.
// Stage: (2) model -> STORE; Database runs queries over it.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "data/model.h"
#include "data/sqlite.h"

namespace precis::data {

/// Names of the view `facts`, in order; the facts' own columns follow them.
[[nodiscard]] const std::vector<std::string>& fact_column_names();

/// Empty tables for all that the model names, and views for its queries.
/// `facts` is a view that notes whose value is read; with `Facts::plain` it is a table, so that SQLite can tell a
/// column's origin.
enum class Facts { noted, plain };
void create_schema(sqlite3* db, const Model& model, Facts facts);

class Store {
  public:
    Store(sqlite3* db, const Model& model, std::filesystem::path root);

    /// Base tables that a statement reads, in the order of its plan; `_facts` for facts.
    /// Source: the root pages in EXPLAIN's OpenRead rows; SQLite's authorizer is silent on a table joined by USING
    /// alone.
    std::vector<std::string> tables_read(const std::string& sql) const;
    /// Reads the table's file if it has not been read. Gives what is wrong with it, each time.
    const diag::Diagnostics& need(const std::string& table);
    bool has_read(const std::string& table) const { return found_.count(table) != 0; }
    std::int64_t rows_loaded() const { return rows_loaded_; }

  private:
    void fill_facts();
    void fill_sources();

    sqlite3* db_;
    const Model& model_;
    std::filesystem::path root_;
    std::vector<std::string> source_ids_;             // sorted
    std::map<int, std::string> roots_;                // root page -> table
    std::map<std::string, diag::Diagnostics> found_;  // of tables that were read
    std::int64_t rows_loaded_ = 0;
};

}  // namespace precis::data
