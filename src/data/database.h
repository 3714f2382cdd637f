// data/database.h: the model's tables, facts and sources in SQLite, and read-only queries with provenance.
// Stage: (2) model -> DATABASE -> bind. SQL is the only query language (docs/design/language.md#sql).
//
// In: a Model and SQL as authors write it. Out: rows with what they were read from: tables, facts and sources
// (docs/design/language.md#provenance). A table's file is read when the first query needs it. Queries cannot write,
// see the clock or depend on chance, so the same data give the same rows.
// Units: none; numbers are as in the data, times the column's `scale`.
// Errors: at their place in the SQL, or in the file of a faulty table.
// Cost: SQLite's, bounded by a step limit that grows with the rows loaded.
// Memory: a table's file is read in pieces; rows beyond 512 MB are in a file without a name below TMPDIR.
// The database is private to one thread; `query` is const but may load tables.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "data/cell.h"
#include "data/model.h"
#include "data/withheld.h"
#include "diag/codes.h"
#include "diag/diagnostic.h"

namespace precis::data {

struct ResultColumn {
    std::string name;
    std::string label;         // of the declared column of that name; else the name as words: "Commits all"
    std::string unit, format;  // of the declared column of that name; else empty
    std::optional<Type> type;  // of the declared column of that name
    // Of a column of a table that is returned as it stands, under any name:
    int decimals = -1;    // the most digits behind the decimal sign that its file has; -1: of no use for printing
    bool yes_no = false;  // a boolean: 1 is yes, 0 is no
    bool year = false;    // whole numbers in a column called year: printed without separators
    bool operator==(const ResultColumn&) const = default;
};

/// A query's result and what it was read from.
struct Rows {
    std::vector<ResultColumn> columns;
    std::vector<std::vector<Cell>> rows;  // rows[i][j] belongs to columns[j]
    std::vector<std::string> sources;     // ids in the model's order, each once
    std::vector<std::string> tables;      // names of the tables read, each once
    std::vector<std::string> facts;       // ids of the facts whose value was read, directly or by value()
    std::vector<std::pair<std::string, std::int64_t>> cut;  // tables with hidden late rows, and their number
    bool own_analysis = false;                              // a number of the result is computed, not read
    std::vector<std::string> values;                        // names whose value() was read, each once
    std::vector<std::string> origins;  // sources of all that was read, whatever its column `source` says
    Withheld withheld;                 // what the result rests on that this reader may not see
    bool left_out = false;             // withheld rows were left out, which changes the result
    bool operator==(const Rows&) const = default;

    std::optional<std::size_t> column(std::string_view name) const;
};

/// The cells of one column that a query read, for its result or for a condition.
struct ReadCells {
    std::string table, column;
    std::vector<std::int64_t> rows;  // numbers of the table's rows, from 1, ascending
    bool operator==(const ReadCells&) const = default;
};

/// The query on one line, without comments: as a document may show it.
[[nodiscard]] std::string shown_query(std::string_view sql);

using Parameters = std::map<std::string, Cell>;  // without the colon

/// The answer to `value('name')` in SQL: a cell with its sources, or the message of a failure.
struct LookedUp {
    Cell cell;
    std::vector<std::string> sources, facts;
    std::vector<std::string> origins;  // sources of all that was read for it, whatever it says of itself
    Withheld withheld;                 // what it rests on that this reader may not see
    std::string failure;               // if not empty, the query fails with this message at the name's place
    std::string remedy;                // of the failure
    diag::Code code = diag::code::unknown_name;
};
using Lookup = std::function<LookedUp(std::string_view name)>;

class Database {
  public:
    /// Loads sources and facts, and declares the tables; their files are read at first use. Files are named in
    /// diagnostics relative to `root`.
    /// A model whose files have more than `in_memory` bytes, unpacked by estimate, keeps only so many of its rows in
    /// memory, the others in an unlinked file below TMPDIR.
    /// Errors: those of `query`, in the model's own queries.
    [[nodiscard]] static diag::Result<Database> open(const Model& model, const std::filesystem::path& root,
                                                     std::int64_t in_memory = kRowsInMemory);
    static constexpr std::int64_t kRowsInMemory = 512 << 20;

    /// Reads every table that no query has used yet. The faults of all tables.
    /// Errors: file_unreadable, empty_file, csv_syntax, not_utf8, cell_type, missing_column, undeclared_column,
    /// duplicate_row (a `key` that is not unique), unknown_source (in a table's `source` column). Warnings:
    /// names_alike.
    [[nodiscard]] diag::Diagnostics check_all() const;

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Sets the answer to value('name'); until then it knows only the facts. A lookup may query this database itself.
    void set_lookup(Lookup lookup);

    /// Sets what the reader of the next queries may not see. It is read all the same: Rows::withheld tells of it.
    void withhold(Withheld withheld);

    /// Begins a document of this date: rows whose `time` begins after it are hidden (none if empty), files_read is
    /// empty.
    void cut_after(const std::string& date);

    /// Runs one SELECT, or an expression, which gets a SELECT before it. `parameters` are bound to `:name`.
    /// Values whose names stand in value('…') are computed before it runs; a computed name sees facts only.
    /// Errors, at their place inside `sql`: sql_error (unknown names with the nearest), sql_not_allowed (writes,
    /// ATTACH, PRAGMA, clock and chance, a second statement, `{{`), sql_too_long (steps, rows or the length of a text),
    /// unknown_source (in a returned `source`), the lookup's, and those of check_all for the tables that it reads.
    [[nodiscard]] diag::Result<Rows> query(const diag::Text& sql, const Parameters& parameters,
                                           RowsSeen seen = RowsSeen::all) const;

    /// The same for a query of one row and one column; NULL is a value.
    /// Errors: those of query; not_one_value.
    [[nodiscard]] diag::Result<Rows> query_value(const diag::Text& sql, const Parameters& parameters) const;

    /// The cells of the model's tables that a query reads; facts are not among them (Rows::facts has them). Runs the
    /// query twice. Errors: those of query.
    [[nodiscard]] diag::Result<std::vector<ReadCells>> cells_read(const diag::Text& sql,
                                                                  const Parameters& parameters) const;
    /// The lines of its file on which these rows of a table begin; rows count from 1 and ascend. Empty if the table has
    /// no file. Reads the file again.
    [[nodiscard]] std::vector<std::size_t> lines_of(std::string_view table,
                                                    const std::vector<std::int64_t>& rows) const;

    /// What was read since begin_reads(), sorted, each once: "table:NAME" of tables and views that a query names or
    /// reads, "facts" and "sources" of a query over all of them, and what note_read() was given.
    void begin_reads();
    void note_read(std::string what) const;
    std::vector<std::string> reads() const;

    /// What a reader of a table that was read should know of its file: hidden rows, filled cells. Sentences without a
    /// full stop.
    [[nodiscard]] std::vector<std::string> notes_of(const std::string& table) const;

    /// In a process that was forked from the one that opened this: makes the database the process's own. Rows in memory
    /// are; where some may be in a file, which both would write, it is opened again and reads its tables anew.
    void take_over();
    /// A process that builds again has as many steps for its queries as one that builds for the first time.
    void begin_run();

    /// Sets the limit on a query's steps (instructions of SQLite's virtual machine); 0: by the rows loaded.
    void set_step_limit(std::int64_t steps);

    const Model& model() const;
    /// The files of the tables that the document has read so far, in the model's order, each once.
    std::vector<std::filesystem::path> files_read() const;

  private:
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace precis::data
