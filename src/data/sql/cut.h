// data/sql/cut.h: hiding rows that are later than the briefing's date from its queries.
// Stage: within DATABASE, before a query runs. Private to the room.
// Temporary views with the tables' names leave the late rows out; SQLite finds them before the tables. They are made
// only if a table that a query reads has late rows.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "data/model.h"
#include "data/sql/sqlite.h"

namespace precis::data {

class Cut {
  public:
    Cut(sqlite3* db, const Model& model) : db_(db), model_(model) {}

    /// Sets the date after which rows are late; without a date no row is.
    void set_date(const std::string& date);
    /// Counts the late rows of loaded tables and hides them; true if some were visible until now, so that the query
    /// must be compiled again.
    bool hide_late_rows(const std::vector<std::string>& tables);
    /// The number of rows of a table that are hidden.
    std::int64_t late_rows(const std::string& table) const;
    /// " WHERE NOT …" for the rows of a table that stay; empty if the table has no time or there is no date.
    std::string condition(const TableRecord& table) const;
    /// Drops the views; they are made again when a query needs them.
    void forget();

  private:
    void make_views();

    sqlite3* db_;
    const Model& model_;
    std::string date_;
    std::map<std::string, std::int64_t> late_;  // late rows of each table that was counted
    bool views_ = false;
};

}  // namespace precis::data
