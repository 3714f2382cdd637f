// data/database_impl.h: what Database keeps, shared by the files that run queries and those that trace them.
// Stage: within DATABASE; for the files of this room only.
#pragma once
#include <set>

#include "data/cut.h"
#include "data/database.h"
#include "data/functions.h"
#include "data/guard.h"
#include "data/sql_faults.h"
#include "data/store.h"

namespace precis::data {

struct Database::Impl {
    Impl(const Model& m, const std::filesystem::path& root);

    LookedUp fact_value(std::string_view name) const;
    diag::Diagnostics check_views();
    std::optional<diag::Diagnostic> refused_text(const diag::Text& sql) const;
    diag::Result<Rows> query(const diag::Text& sql, const Parameters& parameters);
    Statement compile(const std::string& text, const QueryText& query, diag::Diagnostics& found);
    bool bind(sqlite3_stmt* statement, const diag::Text& sql, const Parameters& parameters, diag::Diagnostics& found);
    bool step_all(sqlite3_stmt* statement, const QueryText& query, Frame& frame, Rows& rows, diag::Diagnostics& found);
    /// The tables whose rows a query over `seen` reads, whatever views stand between.
    std::vector<std::string> tables_behind(const std::string& text, const std::vector<std::string>& seen) const;
    std::int64_t steps() const;
    KnownNames names_near(const diag::Text& sql) const;
    std::vector<std::string> columns_of(const std::string& table) const;

    const TableRecord* table(std::string_view name) const;
    void describe(sqlite3_stmt* statement, const std::vector<std::string>& seen, Rows& rows) const;
    void trace(const QueryText& query, const Frame& frame, const std::vector<std::string>& seen, Rows& rows,
               diag::Diagnostics& found);
    void add_table_sources(const TableRecord& read, std::set<std::string>& ids);
    diag::Result<std::vector<ReadCells>> cells_read(const diag::Text& sql, const Parameters& parameters);
    /// Whether some number of the result is computed: neither read as it is nor, beside what is read, written in the
    /// query. Words put together of others are no numbers.
    bool computes_numbers(const std::string& text, sqlite3_stmt* statement, bool reads_facts, const Rows& rows);

    const Model model;
    Calls calls;  // before the connection, whose functions use them
    Guard guard;
    Memory memory;
    std::unique_ptr<Memory> plain;  // the same schema with plain facts; made when a query over facts asks
    std::unique_ptr<Store> store;
    std::unique_ptr<Cut> cut;
    std::int64_t step_limit = 0;  // 0: by the rows loaded
};

}  // namespace precis::data
