// A prepared INSERT gets the rows of the file. The whole text of the file is read only after the first fault, to print
// the lines with faults.
#include "data/table_load.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/phrases.h"
#include "base/utf8.h"
#include "base/xml_text.h"
#include "data/cell_type.h"
#include "data/codes.h"
#include "data/model_reading.h"
#include "data/row_source.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

constexpr std::size_t kMostFaults = 20;  // of one file

std::string_view affinity(Type type) {
    switch (type) {
        case Type::integer:
        case Type::boolean:
            return "INTEGER";
        case Type::number:
        case Type::percent:
        case Type::currency:
            return "REAL";
        default:
            return "TEXT";
    }
}

/// The place of a fault: bytes of the file if it is text; else the table's place in the model, with the cell in words.
struct Place {
    diag::Span span;
    std::string words;  // " (cell C17 of “data.xlsx”)"; empty for a text file
};

class TableLoad {
  public:
    TableLoad(sqlite3* db, const TableRecord& table, const std::string& shown, LoadedTable& result)
        : db_(db), table_(table), shown_(shown), result_(result) {}

    void run_load();
    /// The place of a column's cell, or of the whole row if `column` is empty, in the loaded row `number`, from 1.
    Place locate(std::int64_t number, std::string_view column);
    /// The lines on which these rows begin, ascending; the numbers of the rows if the file is not text.
    std::vector<std::size_t> lines(const std::vector<std::int64_t>& numbers);
    void report(diag::Diagnostic fault);
    void finish();

  private:
    /// The rows from the beginning again, to find a place. The faults of the file are reported already.
    std::unique_ptr<RowSource> reopened() const {
        diag::Diagnostics reported;
        return open_rows(table_, shown_, reported);
    }
    bool read_header(RowSource& rows);
    bool read_rows(RowSource& rows);
    void bad_cell(const RowSource& rows, std::size_t cell, const Column& column);
    void forbidden_character(const RowSource& rows, std::size_t cell, std::size_t at);
    void wrong_width(const RowSource& rows);
    void report_fault(const RowSource& rows);
    diag::Span span(std::size_t begin, std::size_t end);
    Place cell_place(const RowSource& rows, std::size_t cell);
    Place row_place(const RowSource& rows);

    sqlite3* db_;
    const TableRecord& table_;
    const std::string& shown_;
    LoadedTable& result_;
    diag::Source source_;               // the whole file; read at the first fault
    std::vector<std::size_t> columns_;  // columns_[cell]: index in table_.columns
    std::size_t faults_ = 0;
    bool is_text_ = true;  // until a place in words says otherwise
};

diag::Span TableLoad::span(std::size_t begin, std::size_t end) {
    if (!source_) source_ = read_source(table_.file, shown_, table_.span, result_.diagnostics);
    return {source_, begin, end};
}

Place TableLoad::cell_place(const RowSource& rows, std::size_t cell) {
    auto words = rows.place(cell);
    is_text_ = words.empty();
    if (!is_text_) return {table_.span, " (" + std::move(words) + " of " + base::quoted(shown_) + ")"};
    if (faults_ >= kMostFaults) return {};
    return {span(rows.cells()[cell].begin, rows.cells()[cell].end), {}};
}

Place TableLoad::row_place(const RowSource& rows) {
    const auto& cells = rows.cells();
    is_text_ = rows.place(0).empty();
    if (!is_text_)
        return {table_.span, " (row " + std::to_string(rows.row_number()) + " of " + base::quoted(shown_) + ")"};
    const auto end = std::max(cells.front().end, cells.back().end);
    return {span(cells.front().begin, end), {}};
}

void TableLoad::report(diag::Diagnostic fault) {
    if (++faults_ <= kMostFaults) result_.diagnostics.push_back(std::move(fault));
}

void TableLoad::report_fault(const RowSource& rows) {
    const auto& fault = rows.fault();
    const bool text = fault.end > 0;
    report(diag::error(fault.code, text ? span(fault.begin, fault.end) : table_.span,
                       text ? fault.message : base::quoted(shown_) + ": " + fault.message, fault.remedy));
}

void TableLoad::finish() {
    if (faults_ > kMostFaults) {
        result_.diagnostics.push_back(
            diag::error(code::cell_type, is_text_ ? span(0, 0) : table_.span,
                        std::to_string(faults_ - kMostFaults) + " more faults in " +
                            (is_text_ ? "this file" : base::quoted(shown_)) + " are not shown",
                        "correct the ones above first; faults of a file often have one cause"));
    }
}

bool TableLoad::read_header(RowSource& rows) {
    const auto step = rows.next();
    if (step == RowSource::Step::fault) {
        report_fault(rows);
        return false;
    }
    if (step == RowSource::Step::end) {
        report(diag::error(diag::code::empty_file, span(0, 0),
                           "the file is empty; expected a header row with the names of the columns",
                           "export it again, or write the header row"));
        return false;
    }
    std::vector<std::string> names;
    for (const auto& column : table_.columns) names.push_back(column.header.empty() ? column.name : column.header);
    std::vector<bool> seen(names.size());
    const auto& cells = rows.cells();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto at = static_cast<std::size_t>(std::find(names.begin(), names.end(), cells[i].text) - names.begin());
        columns_.push_back(at);
        if (at < names.size() && !seen[at]) {
            seen[at] = true;
            continue;
        }
        const std::string name(cells[i].text);
        const auto [place, words] = cell_place(rows, i);
        if (at == names.size()) {
            report(diag::error(
                code::undeclared_column, place,
                fmt::format("the column “{}” is not declared for the table “{}”{}", name, table_.name, words),
                "declare it under “columns” with its type, or correct its name"));
        } else {
            report(diag::error(code::csv_syntax, place,
                               fmt::format("the column “{}” is in the header twice{}", name, words),
                               "give each column a name of its own"));
        }
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (!seen[i]) {
            std::vector<std::string> header;
            for (const auto& cell : rows.cells()) header.emplace_back(cell.text);
            report(diag::error(code::missing_column, table_.columns[i].span,
                               "the file " + base::quoted(shown_) + " has no column " + base::quoted(names[i]),
                               meant(names[i], header)));
        }
    }
    return faults_ == 0;
}

void TableLoad::bad_cell(const RowSource& rows, std::size_t cell, const Column& column) {
    const std::string text(rows.cells()[cell].text.substr(0, 80));
    auto [place, words] = cell_place(rows, cell);
    report(diag::error(code::cell_type, std::move(place),
                       base::quoted(text) + " is not " + expected(column.type) + ", as column " +
                           base::quoted(column.name) + " holds" + words,
                       remedy_for(text, column, table_.decimal)));
}

void TableLoad::wrong_width(const RowSource& rows) {
    auto [place, words] = row_place(rows);
    report(diag::error(code::csv_syntax, std::move(place),
                       "this row has " + std::to_string(rows.cells().size()) + " cells; the header row has " +
                           std::to_string(columns_.size()) + " columns" + words,
                       words.empty()
                           ? "put a cell that holds a delimiter in quotes, or add the delimiters of empty cells"
                           : "name the range in “sheet”, as in Data!B3:F20"));
}

void TableLoad::forbidden_character(const RowSource& rows, std::size_t cell, std::size_t at) {
    auto [place, words] = cell_place(rows, cell);
    const auto text = rows.cells()[cell].text;
    report(diag::error(diag::code::control_character, std::move(place),
                       fmt::format("the cell has the character U+{:04X}, which is not text{}",
                                   static_cast<std::uint32_t>(base::code_point_at(text, at).value), words),
                       "remove it; it may have come in with pasted text"));
}

bool TableLoad::read_rows(RowSource& rows) {
    std::string sql = "INSERT INTO " + sql_name(table_.name) + " VALUES(";
    for (std::size_t i = 0; i < table_.columns.size(); ++i) sql += i == 0 ? "?" : ",?";
    const auto insert = prepared(db_, sql + ")");
    if (!insert) return false;
    auto* statement = insert.get();
    for (;;) {
        const auto step = rows.next();
        if (step == RowSource::Step::end) return true;
        if (step == RowSource::Step::fault) {
            report_fault(rows);
            return true;
        }
        const auto& cells = rows.cells();
        if (cells.size() != columns_.size()) {
            wrong_width(rows);
            continue;
        }
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto& column = table_.columns[columns_[i]];
            const int at = static_cast<int>(columns_[i]) + 1;
            const auto cell = typed(cells[i].text, column, table_.decimal);
            if (const auto* text = std::get_if<std::string_view>(&cell)) {
                bind_text(statement, at, *text);
                if (const auto bad = base::first_not_xml(*text)) forbidden_character(rows, i, *bad);
            } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
                sqlite3_bind_int64(statement, at, *whole);
            } else if (const auto* real = std::get_if<double>(&cell)) {
                sqlite3_bind_double(statement, at, *real);
            } else {
                sqlite3_bind_null(statement, at);
                if (std::holds_alternative<BadCell>(cell)) bad_cell(rows, i, column);
            }
        }
        sqlite3_step(statement);
        if (sqlite3_reset(statement) != SQLITE_OK) return false;
        ++result_.rows;
    }
}

void TableLoad::run_load() {
    const auto rows = open_rows(table_, shown_, result_.diagnostics);
    if (!rows || !read_header(*rows)) return;
    run(db_, "BEGIN");
    const bool stored = read_rows(*rows);
    run(db_, "COMMIT");
    if (!stored) {
        report(diag::error(diag::code::internal_error, table_.span,
                           "SQLite cannot store the table " + base::quoted(table_.name) + ": " + sqlite3_errmsg(db_),
                           "the machine may have too little memory"));
    }
}

Place TableLoad::locate(std::int64_t number, std::string_view column) {
    const auto rows = reopened();
    if (!rows) return {table_.span, {}};
    rows->next();
    while (rows->next() == RowSource::Step::row) {
        if (rows->cells().size() != columns_.size() || --number > 0) continue;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (table_.columns[columns_[i]].name == column) return cell_place(*rows, i);
        }
        return row_place(*rows);
    }
    return {table_.span, {}};
}

std::vector<std::size_t> TableLoad::lines(const std::vector<std::int64_t>& numbers) {
    std::vector<std::size_t> lines;
    const auto rows = reopened();
    if (!rows || rows->next() != RowSource::Step::row) return lines;
    const auto width = rows->cells().size();
    auto next = numbers.begin();
    for (std::int64_t number = 1; next != numbers.end() && rows->next() == RowSource::Step::row;) {
        if (rows->cells().size() != width || number++ != *next) continue;
        ++next;
        if (rows->row_number() > 0) {
            lines.push_back(rows->row_number());
        } else if (const auto place = span(rows->cells().front().begin, rows->cells().front().begin)) {
            lines.push_back(place.source->place(place.begin).line);
        }
    }
    return lines;
}

void check_key(sqlite3* db, const TableRecord& table, TableLoad& load) {
    std::string names, shown;
    for (const auto& part : table.key) {
        names += (names.empty() ? "" : ", ") + sql_name(part);
        shown += (shown.empty() ? "" : ", ") + part;
    }
    const auto duplicates = prepared(db, "SELECT min(rowid), max(rowid) FROM " + sql_name(table.name) + " GROUP BY " +
                                             names + " HAVING count(*) > 1 ORDER BY 2 LIMIT 20");
    while (duplicates && sqlite3_step(duplicates.get()) == SQLITE_ROW) {
        const auto place = load.locate(sqlite3_column_int64(duplicates.get(), 1), {});
        const auto first = load.locate(sqlite3_column_int64(duplicates.get(), 0), {});
        auto fault =
            diag::error(diag::code::duplicate_row, place.span, "an earlier row has the same " + shown + place.words,
                        "remove one of them, or add a column to “key”");
        fault.notes.push_back({"the first one is here" + first.words, first.span});
        load.report(std::move(fault));
    }
}

void check_sources(sqlite3* db, const TableRecord& table, const std::vector<std::string>& ids, TableLoad& load) {
    const auto rows = prepared(db, "SELECT source, min(rowid) FROM " + sql_name(table.name) +
                                       " WHERE source IS NOT NULL GROUP BY source ORDER BY 2");
    while (rows && sqlite3_step(rows.get()) == SQLITE_ROW) {
        for (const auto& id : split_list(text_at(rows.get(), 0))) {
            if (std::binary_search(ids.begin(), ids.end(), id)) continue;
            const auto place = load.locate(sqlite3_column_int64(rows.get(), 1), "source");
            load.report(diag::error(diag::code::unknown_source, place.span,
                                    "there is no source " + base::quoted(id) + place.words, meant(id, ids)));
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

std::vector<std::size_t> lines_of_rows(const TableRecord& table, const std::vector<std::int64_t>& rows) {
    LoadedTable unused;
    const auto shown = table.file.filename().string();
    return TableLoad(nullptr, table, shown, unused).lines(rows);
}

LoadedTable load_table(sqlite3* db, const TableRecord& table, const std::string& shown,
                       const std::vector<std::string>& source_ids) {
    LoadedTable result;
    TableLoad load(db, table, shown, result);
    load.run_load();
    if (result.diagnostics.empty() && !table.key.empty()) check_key(db, table, load);
    const bool has_sources = std::any_of(table.columns.begin(), table.columns.end(),
                                         [](const Column& column) { return column.name == "source"; });
    if (result.diagnostics.empty() && has_sources) check_sources(db, table, source_ids, load);
    load.finish();
    return result;
}

}  // namespace precis::data
