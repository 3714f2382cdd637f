// data/store.h: filling of SQLite from the model: facts and sources at once, a table when a query needs it.
// Stage: (2) model -> STORE -> queries of Database. Private to the room.
#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "data/model.h"
#include "data/sql/sqlite.h"

namespace precis::data {

/// noted: `facts` is a view that notes which values are read. plain: it is a table, so that SQLite knows the origin of
/// each of its columns.
enum class Facts { noted, plain };
/// Creates empty tables for facts, sources and the model's tables, and views for the model's queries.
void create_schema(sqlite3* db, const Model& model, Facts facts);

class Store {
  public:
    Store(sqlite3* db, const Model& model, std::filesystem::path root);

    /// The tables that a statement reads, in the order of its plan; `_facts` for facts.
    /// Source: the root pages in the OpenRead rows of EXPLAIN (https://sqlite.org/opcode.html); SQLite's authorizer
    /// does not name a table that is only joined by USING.
    std::vector<std::string> tables_read(const std::string& sql) const;
    /// Loads the table's file at the first call. The faults of the file, at every call.
    const diag::Diagnostics& need(const std::string& table);
    /// The most digits behind the decimal sign that the file of a loaded table has in a column; -1 if it is not loaded.
    int decimals(const TableRecord& table, std::size_t column) const;
    /// RowSource::notes of a loaded table.
    std::vector<std::string> notes(const std::string& table) const;
    /// Whether the table was needed since `begin_document`.
    bool has_read(const std::string& table) const { return needed_.count(table) != 0; }
    void begin_document() { needed_.clear(); }
    std::int64_t rows_loaded() const { return rows_loaded_; }

  private:
    void fill_facts();
    void fill_sources();

    sqlite3* db_;
    const Model& model_;
    std::filesystem::path root_;
    std::vector<std::string> source_ids_;                   // sorted
    std::map<int, std::string> roots_;                      // root page of SQLite -> table
    std::map<std::string, diag::Diagnostics> diagnostics_;  // faults of each table that was loaded
    std::map<std::string, std::vector<int>> decimals_;      // of its columns
    std::map<std::string, std::vector<std::string>> notes_;
    std::set<std::string> needed_;  // by the document at hand; a database serves several
    std::int64_t rows_loaded_ = 0;
};

}  // namespace precis::data
