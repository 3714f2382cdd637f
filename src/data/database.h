// data/database.h: the model's tables, facts and sources in SQLite, and read-only queries with provenance.
// Stage: (2) model -> DATABASE -> bind. SQL is the only query language (docs/design/language.md#sql).
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "data/model.h"
#include "diag/codes.h"
#include "diag/diagnostic.h"

namespace precis::data {

using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;  // NULL, …

[[nodiscard]] bool is_null(const Cell& cell);
/// The number in the cell; text that is a number does not count.
[[nodiscard]] std::optional<double> as_number(const Cell& cell);
/// "" for NULL; numbers in their shortest form.
[[nodiscard]] std::string as_text(const Cell& cell);
struct SeriesPoint {
    Cell x;  // a number or a text
    std::optional<double> y;
    bool operator==(const SeriesPoint&) const = default;
};
/// The points that the SQL aggregate series(x, y) packed into a text, in x's order; empty if it is none.
[[nodiscard]] std::vector<SeriesPoint> as_series(const Cell& cell);
/// Numbers before texts, as SQLite sorts them.
[[nodiscard]] bool is_before(const Cell& a, const Cell& b);

struct ResultColumn {
    std::string name;
    std::string label;  // of the declared column of that name, else the name with spaces, first letter raised
    std::string unit, format;
    std::optional<Type> type;  // of the declared column of that name
    bool operator==(const ResultColumn&) const = default;
};

/// What a query read and gave.
struct Rows {
    std::vector<ResultColumn> columns;
    std::vector<std::vector<Cell>> rows;  // rows[i] pairs with columns
    std::vector<std::string> sources;     // ids, in order of the model, each once (docs/design/language.md#provenance)
    std::vector<std::string> tables;      // read, each once
    std::vector<std::string> facts;       // ids of the facts whose value was read or asked for by value()
    std::vector<std::pair<std::string, std::int64_t>> cut;  // tables with rows later than the date, and how many
    bool own_analysis = false;                              // some number of the result is computed
    bool operator==(const Rows&) const = default;

    std::optional<std::size_t> column(std::string_view name) const;
};

/// The cells of one column that a query has looked at, for its result or for a condition.
struct ReadCells {
    std::string table, column;
    std::vector<std::int64_t> rows;  // of the table, from 1, ascending
    bool operator==(const ReadCells&) const = default;
};

using Parameters = std::map<std::string, Cell>;  // without the colon

/// What `value('name')` gives: the cell, or a diagnostic's message. Set by bind, which knows the briefing's values.
struct LookedUp {
    Cell cell;
    std::vector<std::string> sources, facts;
    std::string failure;                         // not empty: the query fails with this message, at the name's place
    std::string remedy;                          // of the failure
    diag::Code code = diag::code::unknown_name;  // of the failure
};
using Lookup = std::function<LookedUp(std::string_view name)>;

class Database {
  public:
    /// The model's sources and facts in memory; its tables are declared, and each file is read at its first use.
    /// Errors: those of `query` in a table's query.
    [[nodiscard]] static diag::Result<Database> open(const Model& model, const std::filesystem::path& root);

    /// Reads every table that no query has used yet, and says what is wrong with any of them.
    /// Errors: file_unreadable, empty_file, csv_syntax, not_utf8, cell_type, missing_column, undeclared_column,
    /// duplicate_row (a `key` that is not unique), unknown_source (in a table's `source` column).
    [[nodiscard]] diag::Diagnostics check_all() const;

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Until it is set, value('name') knows the facts alone. A lookup may itself query this database.
    void set_lookup(Lookup lookup);

    /// Rows of tables whose `time` is later than this day are not there for queries; without a day all are.
    void cut_after(const std::string& date);

    /// One SELECT (or an expression: `SELECT` is put before it), read-only, under an authorizer and a step limit.
    /// Errors, at their place inside `sql`: sql_error (unknown names with the nearest), sql_not_allowed (writes,
    /// ATTACH, PRAGMA, clock and chance, a second statement, `{{`), sql_too_long (steps, rows or the length of a text),
    /// unknown_source (in a returned `source`), the lookup's own, and those of check_all for the tables that it reads.
    [[nodiscard]] diag::Result<Rows> query(const diag::Text& sql, const Parameters& parameters) const;

    /// The same, for one value: one row, one column.
    /// Errors besides: not_one_value. NULL is given back as such.
    [[nodiscard]] diag::Result<Rows> query_value(const diag::Text& sql, const Parameters& parameters) const;

    /// Which cells of the model's tables a query looks at; those of facts are among `Rows::facts`. The query runs
    /// twice. Errors: those of query.
    [[nodiscard]] diag::Result<std::vector<ReadCells>> cells_read(const diag::Text& sql,
                                                                  const Parameters& parameters) const;
    /// The line on which each row (from 1, ascending) of a table begins in its file; without a file none.
    [[nodiscard]] std::vector<std::size_t> lines_of(std::string_view table,
                                                    const std::vector<std::int64_t>& rows) const;

    /// Lowers the limit on a query's steps (SQLite's virtual instructions); by default it grows with the rows loaded.
    void set_step_limit(std::int64_t steps);

    const Model& model() const;
    /// Of the tables that queries have read so far, in the model's order, each once.
    std::vector<std::filesystem::path> files_read() const;

  private:
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace precis::data
