// data/database_impl.h: the state of a Database and the steps of a query, shared by the files database*.cpp.
// Private to the room. A query is compiled (database_compile.cpp), run (database.cpp) and described and traced
// (database_provenance.cpp); database_cells.cpp runs it again to note each cell.
#pragma once
#include <set>

#include "data/database.h"
#include "data/sql/functions.h"
#include "data/sql/guard.h"
#include "data/sql/sight.h"
#include "data/sql/sql_faults.h"
#include "data/store.h"

namespace precis::data {

struct Database::Impl {
    Impl(const Model& m, const std::filesystem::path& root, std::int64_t in_memory);

    /// The answer to value() while no lookup is set.
    LookedUp fact_value(std::string_view name) const;
    /// Compiles the model's own queries; their faults.
    diag::Diagnostics check_views();
    /// The fault of a text that must not reach SQLite.
    std::optional<diag::Diagnostic> refused_text(const diag::Text& sql) const;
    diag::Result<Rows> query(const diag::Text& sql, const Parameters& parameters, RowsSeen seen = RowsSeen::all);
    /// Answers the names in value('…') of the query and of the views that it reads, before it runs.
    void look_up_names(const std::string& text, const std::vector<std::string>& named, Frame& frame);
    /// What of the withheld data the rows rest on: they are compared with those of the same query over other sights.
    Withheld rests_on(const std::string& text, const QueryText& query, const Parameters& parameters, const Frame& frame,
                      const std::vector<std::string>& named, const Rows& rows);
    /// The fault of a division of whole numbers that loses their remainder: with decimals the rows are others.
    std::optional<diag::Diagnostic> lost_remainder(const std::string& text, const QueryText& query,
                                                   const Parameters& parameters, const Frame& frame, const Rows& rows);
    /// The same faults in the model's own queries among the named tables, each looked at once.
    diag::Diagnostics lost_in_views(const std::vector<std::string>& named, const Frame& frame);
    /// The rows of the query over this sight; empty if it fails there.
    std::optional<std::vector<std::vector<Cell>>> rows_over(Sight::Of of, const std::string& text,
                                                            const QueryText& query, const Parameters& parameters,
                                                            const Frame& frame);
    /// nullptr if SQLite or the guard refuses it, or a table of the query could not be read.
    Statement compile(const std::string& text, const QueryText& query, diag::Diagnostics& diagnostics);
    /// False if a parameter is unknown.
    bool bind(sqlite3_stmt* statement, const diag::Text& sql, const Parameters& parameters,
              diag::Diagnostics& diagnostics);
    /// Reads all rows; false after a fault.
    bool step_all(sqlite3_stmt* statement, const QueryText& query, Frame& frame, Rows& rows,
                  diag::Diagnostics& diagnostics);
    /// The tables whose rows a query reads, directly or through views. `named` are the tables and views that it names.
    std::vector<std::string> tables_behind(const std::string& text, const std::vector<std::string>& named) const;
    std::int64_t steps() const;
    /// Names that a mistyped one in the query may have meant.
    KnownNames names_near(const diag::Text& sql) const;
    std::vector<std::string> columns_of(const std::string& table) const;

    const TableRecord* table(std::string_view name) const;
    /// Fills Rows::columns from the declared columns of the named tables.
    void describe(sqlite3_stmt* statement, const std::vector<std::string>& named, Rows& rows) const;
    void describe_origin(sqlite3_stmt* statement, int index, ResultColumn& column) const;
    /// Fills Rows::sources, Rows::origins and Rows::facts.
    void trace(sqlite3_stmt* statement, const QueryText& query, const Frame& frame,
               const std::vector<std::string>& named, Rows& rows, diag::Diagnostics& diagnostics);
    void add_table_sources(const TableRecord& read, std::set<std::string>& ids);
    diag::Result<std::vector<ReadCells>> cells_read(const diag::Text& sql, const Parameters& parameters);
    /// Whether a column of numbers in the result is computed: neither a column of a table nor a literal beside data
    /// that was read. Computed texts do not count.
    bool computes_numbers(const std::string& text, sqlite3_stmt* statement, bool reads_facts, const Rows& rows);

    const Model model;
    Calls calls;  // before the connections, whose functions use it
    Guard guard;
    Memory memory;
    std::unique_ptr<Memory> plain;  // the same schema with `facts` as a table; made at first use
    std::unique_ptr<Store> store;
    std::unique_ptr<Sight> sight;
    std::set<std::string> divided;           // tables with queries whose divisions were looked at
    std::set<std::string> reads;             // noted since begin_reads()
    std::int64_t step_limit = 0;             // 0: by the rows loaded
    const std::filesystem::path opened_for;  // the root
    const std::int64_t kept_in_memory;       // bytes
};

}  // namespace precis::data
