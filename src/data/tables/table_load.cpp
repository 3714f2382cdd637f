// A prepared INSERT gets the rows of the file. The whole text of the file is read only after the first fault, to print
// the lines with faults.
#include "data/tables/table_load.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/phrases.h"
#include "base/utf8.h"
#include "base/xml_text.h"
#include "data/cells/cell_type.h"
#include "data/cells/notation_keys.h"
#include "data/cells/number_notation.h"
#include "data/codes.h"
#include "data/files/header.h"
#include "data/files/row_source.h"
#include "data/files/table_text.h"
#include "data/tables/column_guess.h"
#include "data/tables/names_alike.h"
#include "data/tables/notes_below.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

constexpr std::size_t kMostFaults = 20;       // of one file
constexpr std::size_t kMostNameColumns = 40;  // columns whose texts are compared, for the sake of memory
constexpr std::int64_t kLeastAboveNotes = 3;  // rows
constexpr int kMostDecimals = 6;              // more say nothing about how a column is printed

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

/// Bytes of the file if it is text; else the table's place in the model, with the cell in words.
using Place = TablePlace;

class TableLoad {
  public:
    TableLoad(sqlite3* db, const TableRecord& table, const std::string& shown, LoadedTable& result)
        : db_(db), table_(table), shown_(shown), result_(result), text_(table, shown) {
        result.decimals.resize(table.columns.size());
        is_text_ = !table.is_workbook() && table.format != "sqlite";
        made_.resize(table.columns.size());
        for (const auto& column : table.columns) {
            of_names_.push_back(of_names_.size() < kMostNameColumns && column.type == Type::text &&
                                !names_things(column.name));
        }
    }

    void run_load();
    /// The place of a column's cell, or of the whole row if `column` is empty, in the loaded row `number`, from 1.
    Place locate(std::int64_t number, std::string_view column);
    /// The lines on which these rows begin, ascending; the numbers of the rows if the file is not text.
    std::vector<std::size_t> lines(const std::vector<std::int64_t>& numbers);
    void report(diag::Diagnostic fault);
    /// Warns of texts that only blanks or the case of letters tell apart.
    void warn_of_alike();
    /// Warns of rows at the end that have one cell only.
    void warn_of_notes();
    void warn_of_total(const TotalRow& total);
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
    void faulty_cell(const RowSource& rows, std::size_t cell, const CellFault& fault);
    void forbidden_character(const RowSource& rows, std::size_t cell, std::size_t at);
    void wrong_width(const RowSource& rows);
    diag::Diagnostic width_fault(const RowSource& rows);
    void report_short_rows(bool at_end);
    void report_fault(const RowSource& rows);
    void unnamed_cell(const RowSource& rows, std::size_t cell);
    void undeclared(const RowSource& rows, const std::vector<std::string>& header);
    void missing_columns(const std::vector<std::string>& header, const std::vector<bool>& seen);
    void bind_cell(sqlite3_stmt* statement, const RowSource& rows, std::size_t cell);
    Place cell_place(const RowSource& rows, std::size_t cell);
    Place row_place(const RowSource& rows);

    sqlite3* db_;
    const TableRecord& table_;
    const std::string& shown_;
    LoadedTable& result_;
    TableText text_;
    std::vector<std::size_t> columns_;  // columns_[cell]: index in table_.columns, or kNoColumn
    std::vector<std::string> header_;
    bool has_looks_ = false;                    // RowSource::has_looks
    bool rows_are_faulty_ = false;              // RowSource::has_cell_faults of the row that is read
    std::map<std::size_t, NamesAlike> alike_;   // of columns of text
    NotesBelow notes_below_;                    // of a text file
    std::optional<RowDoubt> doubt_;             // of a workbook
    std::vector<diag::Diagnostic> short_rows_;  // the last rows that were read, if all are too short
    std::size_t first_short_row_ = 0;           // its line
    std::set<std::size_t> clocks_;              // columns of dates whose cells have times of day
    std::vector<bool> of_names_;     // columns of texts that name things; ids may differ by the case of letters
    std::vector<std::string> made_;  // texts of a row that are not in the file
    std::size_t faults_ = 0;
    diag::Span last_place_;  // of a fault
    bool is_text_ = true;    // places are bytes of the file
};

Place TableLoad::cell_place(const RowSource& rows, std::size_t cell) {
    auto words = rows.place(cell);
    is_text_ = words.empty();
    if (!is_text_) return {table_.span, " (" + std::move(words) + " of " + base::quoted(shown_) + ")"};
    if (faults_ >= kMostFaults) return {};
    return text_.span(rows.cells()[cell].begin, rows.cells()[cell].end, rows.line());
}

Place TableLoad::row_place(const RowSource& rows) {
    const auto& cells = rows.cells();
    is_text_ = rows.place(0).empty();
    if (!is_text_)
        return {table_.span, " (row " + std::to_string(rows.row_number()) + " of " + base::quoted(shown_) + ")"};
    if (faults_ >= kMostFaults) return {};
    return text_.span(cells.front().begin, std::max(cells.front().end, cells.back().end), rows.line());
}

void TableLoad::report(diag::Diagnostic fault) {
    if (fault.span) last_place_ = fault.span;
    if (++faults_ <= kMostFaults) result_.diagnostics.push_back(std::move(fault));
}

void TableLoad::report_fault(const RowSource& rows) {
    const auto& fault = rows.fault();
    const bool text = fault.end > 0;
    auto place = text ? text_.span(fault.begin, fault.end, rows.line() + 1) : Place{table_.span, {}};
    report(diag::error(fault.code, std::move(place.span),
                       text ? fault.message + place.words : base::quoted(shown_) + ": " + fault.message,
                       remedy_of_fault(fault, table_)));
}

void TableLoad::finish() {
    if (faults_ > kMostFaults) {
        result_.diagnostics.push_back(
            diag::error(code::cell_type, is_text_ && last_place_ ? last_place_ : table_.span,
                        std::to_string(faults_ - kMostFaults) + " more faults in " +
                            (is_text_ ? "this file" : base::quoted(shown_)) + " are not shown",
                        "correct the ones above first; faults of a file often have one cause"));
    }
}

void TableLoad::warn_of_alike() {
    if (faults_ > 0) return;
    for (const auto& [column, names] : alike_) {
        for (const auto& pair : names.pairs()) {
            const auto lines = pair.second_line == 0 ? std::string()
                                                     : " (lines " + std::to_string(pair.first_line) + " and " +
                                                           std::to_string(pair.second_line) + ")";
            result_.diagnostics.push_back(
                diag::warning(code::names_alike, table_.span,
                              "the column " + base::quoted(table_.columns[column].name) + " of " +
                                  base::quoted(shown_) + " holds " + base::quoted(pair.first) + " and " +
                                  base::quoted(pair.second) + lines + ", which are two names in charts and queries",
                              "write one of them in both lines"));
        }
    }
}

void TableLoad::warn_of_notes() {
    if (faults_ > 0) return;
    if (doubt_) {
        const auto number = std::to_string(doubt_->row);
        result_.diagnostics.push_back(diag::warning(
            code::note_rows, table_.span,
            "row " + number + " of " + base::quoted(shown_) + " " + doubt_->message + ", and is read as a row",
            "write “" + skip_rows(table_, number + "-") + "” in the table " + base::quoted(table_.name) +
                " if it is a note or a total; a “sheet” with a range, as in Data!A1:F20, has all its rows"));
    }
    if (!table_.is_text()) return;
    if (notes_below_.total) warn_of_total(*notes_below_.total);
    if (!notes_below_.are_likely()) return;
    const auto row = std::to_string(notes_below_.row);
    const bool one = notes_below_.count == 1;
    auto place = text_.span(notes_below_.begin, notes_below_.end, notes_below_.row);
    result_.diagnostics.push_back(diag::warning(
        code::note_rows, std::move(place.span),
        "line " + row + " has one cell, " + base::quoted(notes_below_.text) +
            (one ? ", and is read as a row" : ", and is read as a row, like those below it") + place.words,
        "write “" + skip_rows(table_, row + "-") + "” in the table " + base::quoted(table_.name) +
            (one ? " if it is a note" : " if they are notes")));
}

/// The last row of a text file begins with the word for a total and holds the sum of a column: a query would count each
/// of its rows twice.
void TableLoad::warn_of_total(const TotalRow& total) {
    const auto* sums = summed_column(db_, table_, total);
    if (sums == nullptr) return;
    const auto row = std::to_string(total.row);
    auto place = text_.span(total.begin, total.end, total.row);
    result_.diagnostics.push_back(diag::warning(
        code::note_rows, std::move(place.span),
        "line " + row + ", " + base::quoted(total.text) + ", holds the sum of the rows above in the column " +
            base::quoted(sums->name) + ", and is read as a row" + place.words,
        "write “" + skip_rows(table_, row) + "” in the table " + base::quoted(table_.name) +
            "; a table of an exhibit has a total of its own with “total: sum” in a column"));
}

bool TableLoad::read_header(RowSource& rows) {
    const auto step = rows.next();
    if (step == RowSource::Step::fault) {
        report_fault(rows);
        return false;
    }
    if (step == RowSource::Step::end) {
        report(empty_file(table_.has_lines() ? text_.span(0, 0, 1) : Place{table_.span, {}}));
        return false;
    }
    header_ = header_names(rows.cells());
    columns_ = columns_of_header(header_, table_.columns);
    has_looks_ = rows.has_looks();
    std::vector<bool> seen(table_.columns.size());
    for (const auto column : columns_) {
        if (column != kNoColumn) seen[column] = true;
    }
    if (table_.others == OtherColumns::refused) undeclared(rows, header_);
    missing_columns(header_, seen);
    return faults_ == 0;
}

/// One message for all columns that are not declared. A blank name is a fault only above a filled cell.
void TableLoad::undeclared(const RowSource& rows, const std::vector<std::string>& header) {
    std::vector<std::string> names;
    auto first = header.size();
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (columns_[i] != kNoColumn || header[i].empty() || is_skipped(header[i], table_)) continue;
        first = std::min(first, i);
        names.push_back(base::quoted(header[i]));
    }
    if (names.empty()) return;
    const auto [place, words] = cell_place(rows, first);
    const auto count = names.size();
    constexpr std::size_t kMostNamed = 8;
    if (count > kMostNamed) {
        names.resize(kMostNamed);
        names.push_back(std::to_string(count - kMostNamed) + " others");
    }
    const bool one = count == 1;
    // The second of two equal names has a number that the file does not show.
    const std::string written(without_blanks(rows.cells()[first].text));
    if (one && header[first] != written && header[first].starts_with(written + " (")) {
        return report(diag::error(code::csv_syntax, place,
                                  "the column " + base::quoted(written) + " is in the header twice" + words,
                                  "write “\"*\": skip” in its “columns” to leave the second out, or give it a column "
                                  "with “header: " +
                                      yaml_text(header[first]) + "”"));
    }
    report(diag::error(code::undeclared_column, place,
                       (one ? "the column " : "the columns ") + base::enumerated(names) + (one ? " is" : " are") +
                           " not declared for the table " + base::quoted(table_.name) + words,
                       std::string("write “\"*\": skip” in its “columns” to leave ") + (one ? "it" : "them") +
                           " out, or “\"*\": auto” to read " + (one ? "it" : "them") + ", too"));
}

void TableLoad::missing_columns(const std::vector<std::string>& header, const std::vector<bool>& seen) {
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i]) continue;
        const auto& column = table_.columns[i];
        const auto name = column.header.empty() ? column.name : column.header;
        report(diag::error(code::missing_column, column.span,
                           "the file " + base::quoted(shown_) + " has no column " + base::quoted(name),
                           meant(name, header)));
    }
    for (const auto& name : table_.skipped) {
        const bool found = std::any_of(header.begin(), header.end(), [&](const std::string& of_file) {
            return of_file == name || column_name(of_file) == name;
        });
        if (found) continue;
        report(diag::error(code::missing_column, table_.span,
                           "the file " + base::quoted(shown_) + " has no column " + base::quoted(name) + " to skip",
                           meant(name, header)));
    }
}

/// A filled cell under a blank name.
void TableLoad::unnamed_cell(const RowSource& rows, std::size_t cell) {
    auto [place, words] = cell_place(rows, cell);
    report(diag::error(
        code::undeclared_column, std::move(place),
        "column " + std::to_string(cell + 1) + " has no name in the header row, but holds " +
            base::quoted(base::shortened(rows.cells()[cell].text, 40)) + words,
        "write “\"*\": skip” in its “columns” to leave it out, or “\"*\": auto” to read it as " + name_of_place(cell)));
}

void TableLoad::bad_cell(const RowSource& rows, std::size_t cell, const Column& column) {
    const std::string text(rows.cells()[cell].text.substr(0, 80));
    auto [place, words] = cell_place(rows, cell);
    const auto row = std::max(rows.line(), rows.row_number());
    constexpr std::size_t kLeast = 3;
    const bool note =
        (table_.is_text() || table_.is_workbook()) && rows.cells().size() >= kLeast && is_alone(rows.cells(), cell);
    const auto of_note =
        note ? "write “" + skip_rows(table_, std::to_string(row)) + "” in the table if it is a note; else "
             : std::string();
    report(diag::error(code::cell_type, std::move(place),
                       base::quoted(text) + " is not " + expected(column.type) + ", as column " +
                           base::quoted(column.name) + " holds" + words,
                       of_note + remedy_for(text, column, table_.notation)));
}

void TableLoad::faulty_cell(const RowSource& rows, std::size_t cell, const CellFault& fault) {
    auto words = rows.place(cell);
    const bool in_words = !words.empty();
    auto [place, of_file] = cell_place(rows, cell);
    report(diag::error(
        code::cell_type, std::move(place),
        (in_words ? words + " of " + base::quoted(shown_) + " " : "") + fault.message + (in_words ? "" : of_file),
        fault.remedy));
}

/// Rows that are too short may be notes below the table: what is said of them waits for the row that follows.
void TableLoad::wrong_width(const RowSource& rows) {
    auto fault = width_fault(rows);
    if (rows.cells().size() > columns_.size() || !table_.is_text() || result_.rows < kLeastAboveNotes)
        return report(std::move(fault));
    if (short_rows_.empty()) first_short_row_ = rows.line();
    short_rows_.push_back(std::move(fault));
}

void TableLoad::report_short_rows(bool at_end) {
    if (short_rows_.empty()) return;
    if (at_end) {
        const auto line = std::to_string(first_short_row_);
        const auto count = short_rows_.size();
        auto& first = short_rows_.front();
        if (count > 1) {
            first.message = "the last " + base::counted(count, "row") +
                            " have fewer cells than the header row, which has " + std::to_string(columns_.size());
        }
        first.remedy = "write “" + skip_rows(table_, line + "-") + "” in the table " + base::quoted(table_.name) +
                       (count > 1 ? " if they are notes" : " if it is a note") +
                       "; else add the delimiters of empty cells";
        report(std::move(first));
    } else {
        for (auto& fault : short_rows_) report(std::move(fault));
    }
    short_rows_.clear();
}

diag::Diagnostic TableLoad::width_fault(const RowSource& rows) {
    auto [place, words] = row_place(rows);
    const auto& cells = rows.cells();
    const auto filled =
        std::count_if(cells.begin(), cells.end(), [](const CsvCell& cell) { return !cell.text.empty(); });
    std::string remedy = "put a cell that holds a delimiter in quotes, or add the delimiters of empty cells";
    if (table_.is_text() && filled == 1 && columns_.size() > 1) {
        std::size_t breaks = 0;  // inside quotes
        for (const auto& cell : cells)
            breaks += static_cast<std::size_t>(std::count(cell.text.begin(), cell.text.end(), '\n'));
        const auto last = breaks > 0 ? "-" + std::to_string(rows.line() + breaks) : std::string();
        remedy = "write “" + skip_rows(table_, std::to_string(rows.line()) + last) +
                 "” in the table if it is a note; else add the delimiters of empty cells";
    }
    return diag::error(code::csv_syntax, std::move(place),
                       "this row has " + base::counted(cells.size(), "cell") + "; the header row has " +
                           base::counted(columns_.size(), "column") + words,
                       words.empty() || table_.is_text() ? remedy : "name the range in “sheet”, as in Data!B3:F20");
}

void TableLoad::forbidden_character(const RowSource& rows, std::size_t cell, std::size_t at) {
    auto [place, words] = cell_place(rows, cell);
    const auto text = rows.cells()[cell].text;
    report(diag::error(diag::code::control_character, std::move(place),
                       fmt::format("the cell has the character U+{:04X}, which is not text{}",
                                   static_cast<std::uint32_t>(base::code_point_at(text, at).value), words),
                       "remove it; it may have come in with pasted text"));
}

void TableLoad::bind_cell(sqlite3_stmt* statement, const RowSource& rows, std::size_t cell) {
    const auto& column = table_.columns[columns_[cell]];
    const auto text = rows.cells()[cell].text;
    const int at = static_cast<int>(columns_[cell]) + 1;
    const auto value = typed(text, column, table_.notation, made_[columns_[cell]]);
    if (const auto* fault = rows_are_faulty_ ? rows.cell_fault(cell) : nullptr) {
        sqlite3_bind_null(statement, at);
        if (text.empty() || !std::holds_alternative<std::monostate>(value)) faulty_cell(rows, cell, *fault);
        return;
    }
    if (const auto* words = std::get_if<std::string_view>(&value)) {
        bind_text(statement, at, *words);
        if (column.type == Type::date && text.find(':') != std::string_view::npos) clocks_.insert(columns_[cell]);
        if (const auto bad = base::first_not_xml(*words)) forbidden_character(rows, cell, *bad);
        if (column.type == Type::text && columns_[cell] < kMostNameColumns)
            alike_[columns_[cell]].see(*words, rows.line());
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        sqlite3_bind_int64(statement, at, *whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
        sqlite3_bind_double(statement, at, *real);
        auto& most = result_.decimals[columns_[cell]];
        if (most > kMostDecimals) return;
        const int shown = has_looks_ ? rows.look(cell).decimals : -1;
        most = std::max(most, shown >= 0 ? shown : decimals_of(text, column, table_.notation));
    } else {
        sqlite3_bind_null(statement, at);
        if (std::holds_alternative<BadCell>(value)) bad_cell(rows, cell, column);
    }
}

bool TableLoad::read_rows(RowSource& rows) {
    std::string sql = "INSERT INTO " + sql_name(table_.name) + " VALUES(";
    for (std::size_t i = 0; i < table_.columns.size(); ++i) sql += i == 0 ? "?" : ",?";
    const auto insert = prepared(db_, sql + ")");
    if (!insert) return false;
    auto* statement = insert.get();
    for (;;) {
        const auto step = rows.next();
        if (step == RowSource::Step::end) {
            report_short_rows(true);
            return true;
        }
        if (step == RowSource::Step::fault) {
            if (short_rows_.empty()) report_fault(rows);  // else it is among the notes
            report_short_rows(true);
            return true;
        }
        const auto& cells = rows.cells();
        rows_are_faulty_ = rows.has_cell_faults();
        if (cells.size() != columns_.size()) {
            wrong_width(rows);
            continue;
        }
        report_short_rows(false);
        notes_below_.see(rows);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (columns_[i] != kNoColumn) {
                bind_cell(statement, rows, i);
            } else if (header_[i].empty() && table_.others == OtherColumns::refused &&
                       !without_blanks(cells[i].text).empty()) {
                unnamed_cell(rows, i);
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
    result_.notes = rows->notes();
    doubt_ = rows->doubt();
    if (!clocks_.empty()) {
        std::vector<std::string> names;
        for (const auto column : clocks_) names.push_back(table_.columns[column].name);
        result_.notes.push_back("times of day are left out; the type text keeps them: " + base::enumerated(names));
    }
    run(db_, "COMMIT");
    if (!stored) {
        report(diag::error(diag::code::internal_error, table_.span,
                           "SQLite cannot store the table " + base::quoted(table_.name) + ": " + sqlite3_errmsg(db_),
                           "the machine may have too little memory, or too little room below TMPDIR"));
    }
}

Place TableLoad::locate(std::int64_t number, std::string_view column) {
    const auto rows = reopened();
    if (!rows) return {table_.span, {}};
    rows->next();
    while (rows->next() == RowSource::Step::row) {
        if (rows->cells().size() != columns_.size() || --number > 0) continue;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i] != kNoColumn && table_.columns[columns_[i]].name == column) return cell_place(*rows, i);
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
        const auto begin = rows->cells().front().begin;
        if (const auto known = std::max(rows->row_number(), rows->line()); known > 0) {
            lines.push_back(known);
        } else if (const auto place = text_.span(begin, begin, 0).span) {
            lines.push_back(place.source->place(begin).line);
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

std::string remedy_for_source(const std::string& id, const std::vector<std::string>& ids, const TableRecord& table) {
    const auto other = ids.empty() ? std::string()
                                   : "if the column holds no sources, write “source: " + ids.front() +
                                         "” (the id of one) in the table " + base::quoted(table.name);
    const auto near = meant(id, ids);
    return near.empty() ? other : near + (near.ends_with("?") ? "" : "; " + other);
}

void check_sources(sqlite3* db, const TableRecord& table, const std::vector<std::string>& ids, TableLoad& load) {
    const auto rows = prepared(db, "SELECT source, min(rowid) FROM " + sql_name(table.name) +
                                       " WHERE source IS NOT NULL GROUP BY source ORDER BY 2");
    while (rows && sqlite3_step(rows.get()) == SQLITE_ROW) {
        for (const auto& id : split_list(text_at(rows.get(), 0))) {
            if (std::binary_search(ids.begin(), ids.end(), id)) continue;
            const auto place = load.locate(sqlite3_column_int64(rows.get(), 1), "source");
            load.report(diag::error(diag::code::unknown_source, place.span,
                                    "there is no source " + base::quoted(id) + place.words,
                                    remedy_for_source(id, ids, table)));
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
    if (diag::has_errors(table.faults)) {
        result.diagnostics = table.faults;
        return result;
    }
    TableLoad load(db, table, shown, result);
    load.run_load();
    if (result.diagnostics.empty() && !table.key.empty()) check_key(db, table, load);
    const bool has_sources = std::any_of(table.columns.begin(), table.columns.end(),
                                         [](const Column& column) { return column.name == "source"; });
    // Beside a table's own source, a column of that name holds something else.
    if (result.diagnostics.empty() && has_sources && table.source.empty()) check_sources(db, table, source_ids, load);
    load.warn_of_alike();
    load.warn_of_notes();
    load.finish();
    result.diagnostics.insert(result.diagnostics.end(), table.faults.begin(), table.faults.end());
    return result;
}

}  // namespace precis::data
