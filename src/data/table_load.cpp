// Loading tables: a prepared INSERT fed by the CSV scanner; a file's text is kept only once something is wrong in it.
#include "data/table_load.h"

#include <algorithm>

#include "data/cell_type.h"
#include "data/csv.h"
#include "data/reading.h"
#include "data/words.h"

namespace precis::data {
namespace {

constexpr std::size_t kMostFaults = 20;

std::string_view affinity(Type type) {
    switch (type) {
        case Type::integer:
        case Type::boolean:
            return "INTEGER";
        case Type::number:
        case Type::percent:
            return "REAL";
        default:
            return "TEXT";
    }
}

class CsvLoad {
  public:
    CsvLoad(sqlite3* db, const TableRecord& table, const std::string& shown, LoadedTable& result)
        : db_(db), table_(table), shown_(shown), result_(result) {}

    void run_load();
    /// The cell of a column (the whole row without one) in row `number`, from 1, of those that were loaded.
    diag::Span locate(std::int64_t number, std::string_view column);
    void report(diag::Diagnostic fault);
    void finish();

  private:
    CsvReader reader() const { return {table_.file, delimiter()}; }
    char delimiter() const {
        if (table_.delimiter != 0) return table_.delimiter;
        return table_.format == "tsv" ? '\t' : ',';
    }
    bool read_header(CsvReader& csv);
    bool read_rows(CsvReader& csv);
    void bad_cell(const CsvCell& cell, const Column& column);
    void wrong_width(const std::vector<CsvCell>& cells);
    diag::Span span(std::size_t begin, std::size_t end);

    sqlite3* db_;
    const TableRecord& table_;
    const std::string& shown_;
    LoadedTable& result_;
    diag::Source source_;               // read at the first fault
    std::vector<std::size_t> columns_;  // [cell]: index of its column in table_.columns
    std::size_t faults_ = 0;
};

diag::Span CsvLoad::span(std::size_t begin, std::size_t end) {
    if (!source_) source_ = read_source(table_.file, shown_, table_.span, result_.found);
    return {source_, begin, end};
}

void CsvLoad::report(diag::Diagnostic fault) {
    if (++faults_ <= kMostFaults) result_.found.push_back(std::move(fault));
}

void CsvLoad::finish() {
    if (faults_ > kMostFaults) {
        result_.found.push_back(diag::error(diag::Code::cell_type, span(0, 0),
                                            std::to_string(faults_ - kMostFaults) + " more faults follow in this file",
                                            "correct the first ones, they often share a cause"));
    }
}

bool CsvLoad::read_header(CsvReader& csv) {
    const auto step = csv.next();
    if (step == CsvReader::Step::fault) {
        report(diag::error(csv.fault().code, span(csv.fault().begin, csv.fault().end), csv.fault().message,
                           csv.fault().remedy));
        return false;
    }
    if (step == CsvReader::Step::end) {
        report(diag::error(diag::Code::empty_file, span(0, 0),
                           "the file is empty; its first line should name the columns"));
        return false;
    }
    std::vector<std::string> names;
    for (const auto& column : table_.columns) names.push_back(column.name);
    std::vector<bool> seen(names.size());
    for (const auto& cell : csv.cells()) {
        const auto at = static_cast<std::size_t>(std::find(names.begin(), names.end(), cell.text) - names.begin());
        columns_.push_back(at);
        const std::string name(cell.text);
        if (at == names.size()) {
            report(diag::error(diag::Code::undeclared_column, span(cell.begin, cell.end),
                               "the column “" + name + "” is not declared for the table “" + table_.name + "”",
                               "declare it under “columns” with its type, or correct its name"));
        } else if (seen[at]) {
            report(diag::error(diag::Code::csv_syntax, span(cell.begin, cell.end),
                               "the column “" + name + "” stands here twice", "give each column a name of its own"));
        } else {
            seen[at] = true;
        }
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (!seen[i]) {
            std::vector<std::string> header;
            for (const auto& cell : csv.cells()) header.emplace_back(cell.text);
            report(diag::error(diag::Code::missing_column, table_.columns[i].span,
                               "the file “" + shown_ + "” has no column “" + names[i] + "”", meant(names[i], header)));
        }
    }
    return faults_ == 0;
}

void CsvLoad::bad_cell(const CsvCell& cell, const Column& column) {
    const std::string text(cell.text.substr(0, 80));
    report(diag::error(diag::Code::cell_type, faults_ < kMostFaults ? span(cell.begin, cell.end) : diag::Span{},
                       "“" + text + "” is not " + expected(column.type) + ", as column “" + column.name + "” holds",
                       remedy_for(text, column, table_.decimal)));
}

void CsvLoad::wrong_width(const std::vector<CsvCell>& cells) {
    report(diag::error(diag::Code::csv_syntax, span(cells.front().begin, cells.back().end),
                       "this row has " + std::to_string(cells.size()) + " cells; the first line names " +
                           std::to_string(columns_.size()) + " columns",
                       "put a cell that holds a delimiter in quotes, or add the delimiters of empty cells"));
}

bool CsvLoad::read_rows(CsvReader& csv) {
    std::string sql = "INSERT INTO " + sql_name(table_.name) + " VALUES(";
    for (std::size_t i = 0; i < table_.columns.size(); ++i) sql += i == 0 ? "?" : ",?";
    const auto insert = prepared(db_, sql + ")");
    if (!insert) return false;
    auto* statement = insert.get();
    for (;;) {
        const auto step = csv.next();
        if (step == CsvReader::Step::end) return true;
        if (step == CsvReader::Step::fault) {
            report(diag::error(csv.fault().code, span(csv.fault().begin, csv.fault().end), csv.fault().message,
                               csv.fault().remedy));
            return true;
        }
        const auto& cells = csv.cells();
        if (cells.size() != columns_.size()) {
            wrong_width(cells);
            continue;
        }
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto& column = table_.columns[columns_[i]];
            const int at = static_cast<int>(columns_[i]) + 1;
            const auto cell = typed(cells[i].text, column, table_.decimal);
            if (const auto* text = std::get_if<std::string_view>(&cell)) {
                bind_text(statement, at, *text);
            } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
                sqlite3_bind_int64(statement, at, *whole);
            } else if (const auto* real = std::get_if<double>(&cell)) {
                sqlite3_bind_double(statement, at, *real);
            } else {
                sqlite3_bind_null(statement, at);
                if (std::holds_alternative<BadCell>(cell)) bad_cell(cells[i], column);
            }
        }
        sqlite3_step(statement);
        if (sqlite3_reset(statement) != SQLITE_OK) return false;
        ++result_.rows;
    }
}

void CsvLoad::run_load() {
    auto csv = reader();
    if (!csv.readable()) {
        report(diag::error(diag::Code::file_unreadable, table_.span, "“" + shown_ + "” cannot be read",
                           "check its permissions"));
        return;
    }
    if (!read_header(csv)) return;
    run(db_, "BEGIN");
    const bool stored = read_rows(csv);
    run(db_, "COMMIT");
    if (!stored) {
        report(diag::error(diag::Code::internal_error, table_.span,
                           "SQLite cannot store the table “" + table_.name + "”: " + sqlite3_errmsg(db_),
                           "a larger machine may be needed"));
    }
}

diag::Span CsvLoad::locate(std::int64_t number, std::string_view column) {
    auto csv = reader();
    csv.next();
    while (csv.next() == CsvReader::Step::row) {
        const auto& cells = csv.cells();
        if (cells.size() != columns_.size() || --number > 0) continue;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (table_.columns[columns_[i]].name == column) return span(cells[i].begin, cells[i].end);
        }
        return span(cells.front().begin, cells.back().end);
    }
    return table_.span;
}

void check_key(sqlite3* db, const TableRecord& table, CsvLoad& load) {
    std::string names, shown;
    for (const auto& part : table.key) {
        names += (names.empty() ? "" : ", ") + sql_name(part);
        shown += (shown.empty() ? "" : ", ") + part;
    }
    const auto twice = prepared(db, "SELECT min(rowid), max(rowid) FROM " + sql_name(table.name) + " GROUP BY " +
                                        names + " HAVING count(*) > 1 ORDER BY 2 LIMIT 20");
    while (twice && sqlite3_step(twice.get()) == SQLITE_ROW) {
        auto fault =
            diag::error(diag::Code::duplicate_row, load.locate(sqlite3_column_int64(twice.get(), 1), {}),
                        "a row with the same " + shown + " has come before", "remove one, or add a column to “key”");
        fault.notes.push_back({"the first one is here", load.locate(sqlite3_column_int64(twice.get(), 0), {})});
        load.report(std::move(fault));
    }
}

void check_sources(sqlite3* db, const TableRecord& table, const std::vector<std::string>& ids, CsvLoad& load) {
    const auto given = prepared(db, "SELECT source, min(rowid) FROM " + sql_name(table.name) +
                                        " WHERE source IS NOT NULL GROUP BY source ORDER BY 2");
    while (given && sqlite3_step(given.get()) == SQLITE_ROW) {
        for (const auto& id : split_list(text_at(given.get(), 0))) {
            if (std::binary_search(ids.begin(), ids.end(), id)) continue;
            load.report(diag::error(diag::Code::unknown_source,
                                    load.locate(sqlite3_column_int64(given.get(), 1), "source"),
                                    "there is no source “" + id + "”", meant(id, ids)));
        }
    }
}

}  // namespace

std::string create_statement(const TableRecord& table) {
    std::string sql = "CREATE TABLE " + sql_name(table.name) + "(";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        sql += (i == 0 ? "" : ", ") + sql_name(table.columns[i].name) + " ";
        sql += affinity(table.columns[i].type);
    }
    return sql + ")";
}

LoadedTable load_table(sqlite3* db, const TableRecord& table, const std::string& shown,
                       const std::vector<std::string>& source_ids) {
    LoadedTable result;
    CsvLoad load(db, table, shown, result);
    load.run_load();
    if (result.found.empty() && !table.key.empty()) check_key(db, table, load);
    const bool has_sources = std::any_of(table.columns.begin(), table.columns.end(),
                                         [](const Column& column) { return column.name == "source"; });
    if (result.found.empty() && has_sources) check_sources(db, table, source_ids, load);
    load.finish();
    return result;
}

}  // namespace precis::data
