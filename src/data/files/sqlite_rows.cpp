// A table or view of an SQLite file. SQLite's columns have no types, only declarations: what a cell is not as its
// column declares is named, not read otherwise.
#include <algorithm>

#include "base/ascii.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "data/cells/notation_keys.h"
#include "data/files/header.h"
#include "data/files/row_source.h"
#include "data/files/sqlite_file.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

/// Whether a column is declared to hold dates or times.
bool declares_moments(const char* declared) {
    const auto word = base::lowered(declared != nullptr ? declared : "");
    return word.find("date") != std::string::npos || word.find("time") != std::string::npos;
}

/// What a declaration such as BOOLEAN, DATETIME or DECIMAL(10,2) says of the values.
NumberLook look_of(const char* declared) {
    NumberLook look;
    const auto word = base::lowered(declared != nullptr ? declared : "");
    const auto has = [&](std::string_view part) { return word.find(part) != std::string::npos; };
    if (has("bool")) look.declared = Declared::boolean;
    if (has("date") || has("timestamp")) look.declared = Declared::day;
    const auto open = word.find('('), comma = word.find(',', std::min(open, word.size()));
    if ((!has("decimal") && !has("numeric")) || comma == std::string::npos) return look;
    const auto digits = base::trimmed(std::string_view(word).substr(comma + 1, word.find(')', comma) - comma - 1));
    look.decimals = static_cast<int>(base::parse_integer(digits).value_or(-1));
    if (look.decimals > 0) look.declared = Declared::decimals;
    return look;
}

/// Whether a column is called like one of moments: created_at, timestamp.
bool names_moments(std::string_view name) {
    const auto word = base::lowered(name);
    for (const auto* end : {"timestamp", "epoch", "unixtime", "_at", "_ts", "_time", "_date", "_utc"}) {
        if (word.ends_with(end)) return true;
    }
    return word == "time" || word == "date" || word == "at" || word == "ts";
}

/// Seconds or milliseconds since 1970, from 2001 to 2039.
bool may_be_unix(double number) {
    return (number >= 1e9 && number < 2.2e9) || (number >= 1e12 && number < 2.2e12);
}

class SqliteRows : public RowSource {
  public:
    SqliteRows(std::unique_ptr<SqliteFile> file, Statement statement, const TableRecord& table)
        : file_(std::move(file)), statement_(std::move(statement)), table_(table) {
        const int columns = sqlite3_column_count(statement_.get());
        for (int i = 0; i < columns; ++i) {
            const auto* declared = sqlite3_column_decltype(statement_.get(), i);
            declared_.push_back(declares_moments(declared));
            looks_.push_back(look_of(declared));
            named_.push_back(names_moments(sqlite3_column_name(statement_.get(), i)));
        }
        refused_.resize(declared_.size());
    }

    Step next() override {
        cells_.clear();
        texts_.clear();
        faults_.clear();
        const int columns = sqlite3_column_count(statement_.get());
        texts_.reserve(static_cast<std::size_t>(columns));
        if (!begun_) {
            begun_ = true;
            for (int i = 0; i < columns; ++i) add(sqlite3_column_name(statement_.get(), i));
            set_columns();
            return Step::row;
        }
        const int code = sqlite3_step(statement_.get());
        if (code == SQLITE_INTERRUPT)
            return fail("the view takes too long: it may have no end", "save its rows as a table and name that table");
        if (file_->clock_was_asked())  // SQLite gives NULL then
            return fail("the view asks for the time of day, which is not the same at each build",
                        "save its rows as a table and name that table");
        if (code == SQLITE_DONE) return Step::end;
        if (code != SQLITE_ROW)
            return fail("the database is damaged: " + std::string(sqlite3_errmsg(file_->db())),
                        "export the table again");
        ++row_;
        for (int i = 0; i < columns; ++i) {
            if (wanted_[static_cast<std::size_t>(i)]) {
                add_cell(i);
            } else {
                add({});
            }
        }
        return Step::row;
    }
    const std::vector<CsvCell>& cells() const override { return cells_; }
    const CsvFault& fault() const override { return fault_; }
    std::string place(std::size_t cell) const override {
        return (row_ == 0 ? "column " : "row " + std::to_string(row_) + ", column ") + name_of(cell);
    }
    std::size_t row_number() const override { return row_; }
    bool has_looks() const override { return true; }
    NumberLook look(std::size_t cell) const override {
        const auto number = base::parse_number(cells_[cell].text);
        auto look = looks_[cell];
        look.moment = number && (declared_[cell] || (named_[cell] && may_be_unix(*number)));
        return look;
    }
    const CellFault* cell_fault(std::size_t cell) const override {
        const auto found =
            std::find_if(faults_.begin(), faults_.end(), [&](const auto& fault) { return fault.first == cell; });
        return found == faults_.end() ? nullptr : &found->second;
    }
    bool has_cell_faults() const override { return !faults_.empty(); }

  private:
    std::string name_of(std::size_t cell) const {
        return sqlite3_column_name(statement_.get(), static_cast<int>(cell));
    }
    void set_columns() {
        const auto names = header_names(cells_);
        const auto columns = columns_of_header(names, table_.columns);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const bool is_guessed = table_.others == OtherColumns::guessed && !is_skipped(names[i], table_);
            wanted_.push_back(is_guessed || columns[i] != kNoColumn);
        }
    }
    void add(std::string text) {
        texts_.push_back(std::move(text));
        cells_.push_back({texts_.back(), 0, 0});
    }
    void add_cell(int i) {
        const auto cell = static_cast<std::size_t>(i);
        switch (sqlite3_column_type(statement_.get(), i)) {
            case SQLITE_NULL:
                return add({});
            case SQLITE_FLOAT:
                return add(base::shortest(sqlite3_column_double(statement_.get(), i)));
            case SQLITE_BLOB:
                return add_fault(cell, "is a blob; expected text or a number");
            case SQLITE_INTEGER:
                return add(text_at(statement_.get(), i));
            default:
                break;
        }
        auto text = text_at(statement_.get(), i);
        if (base::first_invalid_utf8(text)) return add_fault(cell, "is a text that is not UTF-8");
        add(std::move(text));
    }
    /// Only the first faulty cell of a column is reported: the others have the same cause.
    void add_fault(std::size_t cell, const char* what) {
        add({});
        if (refused_[cell]) return;
        refused_[cell] = true;
        faults_.emplace_back(cell, CellFault{what, declare_column(table_, column_name(name_of(cell)) + ": skip") +
                                                       " to leave the column out"});
    }
    Step fail(std::string message, std::string remedy) {
        fault_ = {diag::code::file_unreadable, std::move(message), std::move(remedy), 0, 0};
        return Step::fault;
    }

    std::unique_ptr<SqliteFile> file_;
    Statement statement_;
    const TableRecord& table_;
    std::vector<bool> declared_, named_;  // of each column: it holds moments
    std::vector<NumberLook> looks_;       // of each column
    std::vector<bool> refused_;           // a cell of the column was faulty
    std::vector<bool> wanted_;            // the column is read
    std::vector<std::string> texts_;
    std::vector<CsvCell> cells_;
    std::vector<std::pair<std::size_t, CellFault>> faults_;  // of this row
    CsvFault fault_;
    std::size_t row_ = 0;
    bool begun_ = false;
};

/// The names of the file's tables or views; nullopt if it is no database.
std::optional<std::vector<std::string>> names_of(sqlite3* db, const std::string& type) {
    std::vector<std::string> names;
    const auto schema = prepared(db, "SELECT name FROM sqlite_master WHERE type = '" + type + "' ORDER BY name");
    int code = schema ? SQLITE_ROW : SQLITE_ERROR;
    while (schema && (code = sqlite3_step(schema.get())) == SQLITE_ROW) {
        auto name = text_at(schema.get(), 0);
        if (name.rfind("sqlite_", 0) != 0) names.push_back(std::move(name));
    }
    return code == SQLITE_DONE ? std::optional(std::move(names)) : std::nullopt;
}

}  // namespace

std::unique_ptr<RowSource> open_sqlite_rows(const TableRecord& table, const std::string& shown,
                                            diag::Diagnostics& diagnostics) {
    const auto refuse = [&](diag::Code code, std::string message, std::string remedy) {
        diagnostics.push_back(diag::error(code, table.span, std::move(message), std::move(remedy)));
        return nullptr;
    };
    SqliteFile::Fault fault;
    auto file = SqliteFile::open(table.file, fault);
    if (!file)
        return refuse(diag::code::file_unreadable, base::quoted(shown) + " cannot be read: " + fault.message,
                      std::move(fault.remedy));
    const auto tables = names_of(file->db(), "table");
    const auto views = tables ? names_of(file->db(), "view") : std::nullopt;
    if (!views)
        return refuse(diag::code::file_unreadable,
                      base::quoted(shown) + " cannot be read as an SQLite database: " + sqlite3_errmsg(file->db()),
                      "check the file; close it first in the program that writes it");
    auto wanted = table.sheet.empty() ? table.name : table.sheet;
    auto names = *tables;
    names.insert(names.end(), views->begin(), views->end());
    const auto is_there = [&] { return std::find(names.begin(), names.end(), wanted) != names.end(); };
    if (table.sheet.empty() && !is_there()) {
        if (tables->size() == 1) wanted = tables->front();
        if (tables->empty() && views->size() == 1) wanted = views->front();
    }
    if (!is_there()) {
        auto remedy = meant(wanted, names);
        if (table.sheet.empty() && !names.empty())
            remedy = "write “sheet: " + yaml_text(names.front()) + "” in the table" +
                     (names.size() > 1 ? ", or another one of them: " + base::enumerated(names) : "");
        return refuse(diag::code::unknown_name, base::quoted(shown) + " has no table " + base::quoted(wanted), remedy);
    }
    const bool is_view = std::find(views->begin(), views->end(), wanted) != views->end();
    if (is_view) file->limit_steps();
    auto statement = prepared(file->db(), "SELECT * FROM " + quoted_name(wanted));
    if (!statement)
        return refuse(diag::code::file_unreadable,
                      "the table " + base::quoted(wanted) + " of " + base::quoted(shown) +
                          " cannot be read: " + sqlite3_errmsg(file->db()),
                      is_view ? "save its rows as a table and name that table" : "export it again");
    return std::make_unique<SqliteRows>(std::move(file), std::move(statement), table);
}

}  // namespace precis::data
