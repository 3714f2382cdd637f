// data/sql/sight.h: which rows of facts, sources and tables queries see: those of the briefing's date and of its
// reader. Stage: within DATABASE, before a query runs. Private to the room. Temporary views with the tables' names
// stand for the tables; SQLite finds them before the tables. They are made only if a table that a query reads has rows
// that are late or withheld.
//
// A result rests on withheld rows if it is another one without them, or with other numbers in them: the query is run
// over each of these sights. So it does not matter by which words, views or conditions the query reaches them.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "data/model.h"
#include "data/sql/sqlite.h"
#include "data/withheld.h"

namespace precis::data {

class Sight {
  public:
    /// What withheld rows look like: as they are, absent, or with the lowest or highest numbers.
    enum class Of { all, permitted, lowest, highest };

    /// Registers the functions that the views use. The connection must not outlive the object.
    Sight(sqlite3* db, const Model& model);
    Sight(const Sight&) = delete;
    Sight& operator=(const Sight&) = delete;

    /// Sets the date after which rows are late; without a date no row is.
    void set_date(const std::string& date);
    void withhold(Withheld withheld);
    const Withheld& withheld() const { return withheld_; }

    /// Counts the late rows of loaded tables and hides them; true if some were visible until now, so that the query
    /// must be compiled again.
    bool hide_late_rows(const std::vector<std::string>& tables);
    /// The number of rows of a table that are hidden because they are late.
    std::int64_t late_rows(const std::string& table) const;
    /// " WHERE NOT …" for the rows of a table that are not late; empty if all stay.
    std::string condition(const TableRecord& table) const;

    /// Shows withheld rows in this way. Queries must be compiled again.
    void show(Of rows);
    Of shown() const { return shown_; }
    /// Of these tables, views, "facts" and "sources": those that are withheld as a whole.
    std::vector<std::string> closed(const std::vector<std::string>& names) const;
    /// … and those that have some rows that are.
    std::vector<std::string> partly_closed(const std::vector<std::string>& names);

    /// Drops the views; they are made again when a query needs them.
    void forget();

    // For the functions.
    bool is_withheld_fact(std::int64_t row) const;
    bool is_withheld_source(std::string_view ids) const;
    bool has_withheld_facts() const;

  private:
    void make_views();
    bool is_closed(const TableRecord& table) const;
    void view(const std::string& name, const std::string& select);

    sqlite3* db_;
    const Model& model_;
    std::string date_;
    Withheld withheld_;
    std::vector<bool> fact_rows_;                // [rowid - 1]: this fact is withheld
    std::map<std::string, std::int64_t> late_;   // late rows of each table that was counted
    std::map<std::string, bool> partly_closed_;  // of each table that was counted
    std::set<std::string> views_;                // that stand
    Of shown_ = Of::all;
};

}  // namespace precis::data
