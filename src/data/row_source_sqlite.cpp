// A table of an SQLite file. The file is opened read-only and as immutable, and an authorizer allows only to read rows,
// so that no view, trigger or function of a foreign file runs.
#include <algorithm>

#include "base/ascii.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "data/row_source.h"
#include "data/sqlite.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

constexpr int kLongestText = 16 << 20;  // bytes

int rows_only(void*, int action, const char*, const char*, const char*, const char*) {
    return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

class SqliteRows : public RowSource {
  public:
    SqliteRows(Connection db, Statement statement) : db_(std::move(db)), statement_(std::move(statement)) {}

    Step next() override {
        cells_.clear();
        texts_.clear();
        const int columns = sqlite3_column_count(statement_.get());
        texts_.reserve(static_cast<std::size_t>(columns));
        if (!begun_) {
            begun_ = true;
            for (int i = 0; i < columns; ++i) add(sqlite3_column_name(statement_.get(), i));
            return Step::row;
        }
        const int code = sqlite3_step(statement_.get());
        if (code == SQLITE_DONE) return Step::end;
        if (code != SQLITE_ROW) return fail("the database is damaged: " + std::string(sqlite3_errmsg(db_.get())));
        ++row_;
        for (int i = 0; i < columns; ++i) {
            const int type = sqlite3_column_type(statement_.get(), i);
            if (type == SQLITE_BLOB)
                return fail(place(static_cast<std::size_t>(i)) + " is a blob; expected text or a number");
            add(type == SQLITE_NULL    ? std::string()
                : type == SQLITE_FLOAT ? base::shortest(sqlite3_column_double(statement_.get(), i))
                                       : text_at(statement_.get(), i));
        }
        return Step::row;
    }
    const std::vector<CsvCell>& cells() const override { return cells_; }
    const CsvFault& fault() const override { return fault_; }
    std::string place(std::size_t cell) const override {
        return "row " + std::to_string(row_) + ", column " +
               sqlite3_column_name(statement_.get(), static_cast<int>(cell));
    }
    std::size_t row_number() const override { return row_; }

  private:
    void add(std::string text) {
        texts_.push_back(std::move(text));
        cells_.push_back({texts_.back(), 0, 0});
    }
    Step fail(std::string message) {
        fault_ = {diag::code::file_unreadable, std::move(message), "export the table again", 0, 0};
        return Step::fault;
    }

    Connection db_;
    Statement statement_;
    std::vector<std::string> texts_;
    std::vector<CsvCell> cells_;
    CsvFault fault_;
    std::size_t row_ = 0;
    bool begun_ = false;
};

/// The file as a URI of SQLite (https://sqlite.org/uri.html), every other byte as %XX.
std::string uri_of(const std::filesystem::path& file) {
    std::string uri = "file:";
    for (const char c : file.string()) {
        const bool plain = base::is_letter_or_digit(c) || c == '/' || c == '.' || c == '-' || c == '_';
        constexpr const char* kHex = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        uri += plain ? std::string(1, c) : std::string{'%', kHex[byte >> 4], kHex[byte & 15]};
    }
    return uri + "?mode=ro&immutable=1";
}

/// A name of the foreign file as SQL quotes it; unlike names of the model it may have quotes.
std::string quoted_name(const std::string& name) {
    std::string out = "\"";
    for (const char c : name) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

}  // namespace

std::unique_ptr<RowSource> open_sqlite_rows(const TableRecord& table, const std::string& shown,
                                            diag::Diagnostics& diagnostics) {
    sqlite3* opened = nullptr;
    sqlite3_open_v2(uri_of(table.file).c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                    nullptr);
    Connection db(opened);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, kLongestText);
    sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0);
    run(opened, "PRAGMA cell_size_check = ON");
    sqlite3_set_authorizer(opened, rows_only, nullptr);
    std::vector<std::string> names;
    const auto schema = prepared(opened, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    int code = schema ? SQLITE_ROW : SQLITE_ERROR;
    while (schema && (code = sqlite3_step(schema.get())) == SQLITE_ROW) {
        auto name = text_at(schema.get(), 0);
        if (name.rfind("sqlite_", 0) != 0) names.push_back(std::move(name));
    }
    if (code != SQLITE_DONE) {
        diagnostics.push_back(
            diag::error(diag::code::file_unreadable, table.span,
                        base::quoted(shown) + " cannot be read as an SQLite database: " + sqlite3_errmsg(opened),
                        "check the file; close it first in the program that writes it"));
        return nullptr;
    }
    auto wanted = table.sheet.empty() ? table.name : table.sheet;
    if (table.sheet.empty() && names.size() == 1) wanted = names.front();
    if (std::find(names.begin(), names.end(), wanted) == names.end()) {
        diagnostics.push_back(diag::error(diag::code::unknown_name, table.span,
                                          base::quoted(shown) + " has no table " + base::quoted(wanted),
                                          meant(wanted, names)));
        return nullptr;
    }
    auto statement = prepared(opened, "SELECT * FROM " + quoted_name(wanted));
    if (!statement) {
        diagnostics.push_back(diag::error(diag::code::file_unreadable, table.span,
                                          "the table " + base::quoted(wanted) + " of " + base::quoted(shown) +
                                              " cannot be read: " + sqlite3_errmsg(opened),
                                          "export it again; computed columns cannot be read"));
        return nullptr;
    }
    return std::make_unique<SqliteRows>(std::move(db), std::move(statement));
}

}  // namespace precis::data
