// data/cut.h: rows later than the briefing's date, which its queries must not see. For the files of this room only.
// Temporary views of the tables' names, which SQLite finds before the tables, leave them out; made only where there are
// such rows.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "data/model.h"
#include "data/sqlite.h"

namespace precis::data {

class Cut {
  public:
    Cut(sqlite3* db, const Model& model) : db_(db), model_(model) {}

    void set_date(const std::string& date);
    /// Looks at tables that have been loaded; true where a table has late rows that were visible until now.
    bool look_at(const std::vector<std::string>& tables);
    /// How many rows of a table are left out.
    std::int64_t late_rows(const std::string& table) const;
    /// " WHERE NOT (…)" for a table's own rows; empty where nothing is cut.
    std::string condition(const TableRecord& table) const;
    /// Takes the views away; they are made again when a query needs them.
    void forget();

  private:
    void make_views();

    sqlite3* db_;
    const Model& model_;
    std::string date_;
    std::map<std::string, std::int64_t> late_;  // of tables that were looked at
    bool views_ = false;
};

}  // namespace precis::data
