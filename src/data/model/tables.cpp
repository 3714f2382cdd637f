// Reads `tables:`: declarations only. Database reads the files at first use.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/ascii.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "data/cells/period.h"
#include "data/files/text_bytes.h"
#include "data/model_reading.h"
#include "data/tables/table_sniff.h"
#include "data/words.h"
#include "diag/codes.h"
#include "vocabulary/model_keys.h"
#include "vocabulary/sets.h"
#include "yaml/fields.h"

namespace precis::data {
namespace {

constexpr std::size_t kLongestNames = 500'000;  // bytes, of all columns of a table
constexpr std::size_t kMostColumns = 2000;      // SQLite's default limit on the columns of a table

void report(ModelReading& reading, diag::Code code, const diag::Span& span, std::string message, std::string remedy) {
    reading.diagnostics.push_back(diag::error(code, span, std::move(message), std::move(remedy)));
}

/// The format that the file's ending stands for; bad_value for an ending that is unknown.
std::optional<std::string> format_of(const diag::Text& path, ModelReading& reading) {
    auto ending = std::filesystem::path(path.text).extension().string();
    if (ending == ".gz" || ending == ".GZ") {
        ending = std::filesystem::path(path.text).stem().extension().string();
        if (ending == ".csv" || ending == ".tsv" || ending == ".txt") return ending == ".tsv" ? "tsv" : "csv";
        ending = ".gz";
    }
    if (!ending.empty()) ending.erase(0, 1);
    if (ending == "csv" || ending == "tsv" || ending == "json" || ending == "jsonl" || ending == "yaml" ||
        ending == "sqlite" || ending == "xlsx" || ending == "ods")
        return ending;
    // Programs give these endings to web pages and texts, too: the bytes tell.
    if (ending == "xlsm" || ending == "xltx" || ending == "xltm" || ending == "xls" || ending == "xlsb") return "xlsx";
    if (ending == "ndjson") return "jsonl";
    if (ending == "txt") return "csv";
    if (ending == "tab") return "tsv";
    if (ending == "yml") return "yaml";
    if (ending == "db" || ending == "sqlite3") return "sqlite";
    if (ending == "numbers" || ending == "fods") {
        report(reading, diag::code::bad_value, path.span,
               base::quoted(path.text) + " is a workbook of a format that is not read",
               "open it in a spreadsheet program, save it as .xlsx, and name that file");
        return std::nullopt;
    }
    report(reading, diag::code::bad_value, path.span,
           "the ending of " + base::quoted(path.text) + " is not that of a table",
           "name a file that ends in .csv, .tsv, .txt, .csv.gz, .json, .jsonl, .yaml, .sqlite, .xlsx or .ods");
    return std::nullopt;
}

/// The character under `key`, one of `allowed`; "tab" stands for a tab. bad_value otherwise.
std::optional<char> one_character(yaml::Fields& fields, const char* key, std::string_view allowed,
                                  ModelReading& reading) {
    const auto text = fields.text(key);
    if (!text) return std::nullopt;
    if (text->text == "space" && allowed.find(' ') != std::string_view::npos) return ' ';
    if (text->text == "tab" && allowed.find('\t') != std::string_view::npos) return '\t';
    if (text->text.size() == 1 && allowed.find(text->text[0]) != std::string_view::npos) return text->text[0];
    std::vector<std::string> words;
    for (const char c : allowed) words.push_back(c == '\t' ? "tab" : c == ' ' ? "space" : std::string(1, c));
    report(reading, diag::code::bad_value, text->span,
           base::quoted(text->text) + " cannot be " +
               (key == std::string_view("thousands") ? "a sign between thousands" : std::string("a ") + key),
           meant(text->text, words));
    return std::nullopt;
}

bool has_column(const TableRecord& table, std::string_view name) {
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& c) { return c.name == name; });
}

/// Whether its columns are not known yet: its snapshot was never written, and they are not declared.
bool is_unknown(const TableRecord& table) {
    return !table.connection.empty() && table.columns.empty();
}

void check_source(const TableRecord& table, const std::optional<diag::Text>& source, const Model& model,
                  ModelReading& reading) {
    if (source && !model.source(source->text)) {
        std::vector<std::string> ids;
        for (const auto& known : model.sources) ids.push_back(known.id);
        report(reading, diag::code::unknown_source, source->span, "there is no source " + base::quoted(source->text),
               meant(source->text, ids));
    }
    if (!source && table.query.empty() && !is_unknown(table) && !has_column(table, "source")) {
        report(reading, diag::code::missing_key, table.span,
               "the table " + base::quoted(table.name) + " has neither a “source” nor a column of that name",
               "add “source:” with the id of a source");
    }
}

void read_key(yaml::Fields& fields, TableRecord& table, ModelReading& reading) {
    std::vector<std::string> names;
    for (const auto& column : table.columns) names.push_back(column.name);
    for (auto& part : fields.texts("key")) {
        if (!is_unknown(table) && !has_column(table, part.text)) {
            report(
                reading, diag::code::unknown_column, part.span,
                "the table " + base::quoted(table.name) + " has no column " + base::quoted(part.text) + " for its key",
                meant(part.text, names));
        } else {
            table.key.push_back(std::move(part.text));
        }
    }
}

bool is_time(const Column& column) {
    return column.type == Type::date || column.type == Type::month || column.type == Type::quarter ||
           column.type == Type::year;
}

/// The column that dates a row: the one named in `time:`, else the first date column of the key, else the first date
/// column.
void read_time(yaml::Fields& fields, TableRecord& table, ModelReading& reading) {
    std::vector<std::string> times;
    for (const auto& column : table.columns) {
        if (is_time(column)) times.push_back(column.name);
    }
    if (const auto named = fields.text("time")) {
        table.time = named->text;
        if (!is_unknown(table) && std::find(times.begin(), times.end(), named->text) == times.end()) {
            report(reading, diag::code::unknown_column, named->span,
                   "the table " + base::quoted(table.name) + " has no column " + base::quoted(named->text) +
                       " of a date, month, quarter or year",
                   meant(named->text, times));
            table.time.clear();
        }
        return;
    }
    for (const auto& part : table.key) {
        if (table.time.empty() && std::find(times.begin(), times.end(), part) != times.end()) table.time = part;
    }
    if (table.time.empty() && !times.empty()) table.time = times.front();
}

/// Reports keys about the inside of a file that a file of this format, or a query, does not have.
void check_file_keys(yaml::Fields& fields, const TableRecord& table, ModelReading& reading) {
    const auto& format = table.format;
    if (format.empty() && table.query.empty()) return;  // the file is faulty, and that is reported
    if (!table.connection.empty()) return;              // read_snapshot() has refused them
    const auto refuse = [&](std::string_view key, const std::string& what) {
        const auto* node = fields.node(key);
        if (node == nullptr) return;
        report(reading, diag::code::key_conflict, node->span, "“" + std::string(key) + "” is for " + what + " only",
               "remove it");
    };
    const bool text = format == "csv" || format == "tsv";
    if (!text) {
        for (const auto* key : {"delimiter", "encoding"}) refuse(key, "CSV and TSV files");
    }
    if (!text && !table.is_workbook()) {
        for (const auto* key : {"header-row", "skip-rows"}) refuse(key, "CSV and TSV files and workbooks");
    }
    if (format.empty()) {
        for (const auto* key :
             {"decimal", "thousands", "negative-parentheses", "marks", "missing", "date-format", "trim"})
            refuse(key, "tables in files");
    }
    if (!table.is_workbook() && format != "sqlite") refuse("sheet", "workbooks and SQLite files");
    if (!table.is_tree()) refuse("records", "JSON and YAML files");
}

/// "7" or "7-9" or "58-", which is to the end of the file.
std::optional<LineRange> lines_of(const std::string& text) {
    const auto dash = text.find('-');
    const auto first = base::parse_integer(base::trimmed(text.substr(0, dash)));
    if (!first || *first < 1) return std::nullopt;
    LineRange lines{static_cast<std::size_t>(*first), static_cast<std::size_t>(*first)};
    if (dash == std::string::npos) return lines;
    const auto behind = std::string(base::trimmed(text.substr(dash + 1)));
    lines.last = std::numeric_limits<std::size_t>::max();
    if (behind.empty()) return lines;
    const auto last = base::parse_integer(behind);
    if (!last || *last < *first) return std::nullopt;
    lines.last = static_cast<std::size_t>(*last);
    return lines;
}

void read_encoding(yaml::Fields& fields, TableRecord& table, ModelReading& reading) {
    const auto encoding = fields.text("encoding");
    if (!encoding) return;
    const auto& words = encoding_words();
    const auto word = base::lowered(encoding->text);
    if (std::find(words.begin(), words.end(), word) != words.end()) {
        table.encoding = word;
        return;
    }
    report(reading, diag::code::bad_value, encoding->span,
           base::quoted(encoding->text) + " is not an encoding that is read", meant(word, words));
}

/// The keys that say where the rows of a text file are.
void read_text_keys(yaml::Fields& fields, TableRecord& table, ModelReading& reading) {
    table.delimiter = one_character(fields, "delimiter", ",;\t|", reading).value_or(0);
    read_encoding(fields, table, reading);
    if (const auto row = fields.text("header-row")) {
        const auto number = base::parse_integer(row->text);
        if (number && *number >= 1) {
            table.header_row = static_cast<std::size_t>(*number);
        } else {
            report(reading, diag::code::bad_value, row->span, base::quoted(row->text) + " is not a line of the file",
                   "write the number of the line with the names of the columns; the first line is 1");
        }
    }
    for (const auto& item : fields.texts("skip-rows")) {
        if (const auto lines = lines_of(item.text)) {
            table.left_out.push_back(*lines);
        } else {
            report(reading, diag::code::bad_value, item.span,
                   base::quoted(item.text) + " does not name lines of the file",
                   "write a line, as 7, or lines, as 7-9; 58- is to the end of the file");
        }
    }
}

void read_thousands(yaml::Fields& fields, TableRecord& table, ModelReading& reading) {
    const auto* node = fields.node("thousands");
    if (node == nullptr) return;
    auto& notation = table.notation;
    if (const auto sign = one_character(fields, "thousands", ",. '", reading)) notation.thousands = *sign;
    if (notation.thousands == "." && !table.decimal_is_declared) notation.decimal = ',';
    if (notation.thousands != std::string(1, notation.decimal)) return;
    report(reading, diag::code::key_conflict, node->span,
           base::quoted(notation.thousands) + " cannot be both the decimal sign and the sign between thousands",
           std::string("write “decimal: \"") + (notation.decimal == ',' ? '.' : ',') + "\"”, or another sign here");
}

/// The keys that say how a file writes numbers, dates and texts.
void read_notation(yaml::Fields& fields, TableRecord& table, ModelReading& reading) {
    auto& notation = table.notation;
    if (const auto decimal = one_character(fields, "decimal", ".,", reading)) {
        notation.decimal = *decimal;
        table.decimal_is_declared = true;
    }
    read_thousands(fields, table, reading);
    notation.negative_parentheses = fields.boolean("negative-parentheses").value_or(false);
    notation.trim = fields.boolean("trim").value_or(true);
    for (auto& mark : fields.texts("marks")) notation.marks.push_back(std::move(mark.text));
    for (auto& spelling : fields.texts("missing")) notation.missing.push_back(std::move(spelling.text));
    if (const auto form = fields.text("date-format")) table.date_format = read_date_format(*form, reading);
    if (table.date_format.empty()) return;
    for (auto& column : table.columns) {
        const bool dated = column.type == Type::date || column.type == Type::month || column.type == Type::year;
        if (dated && column.date_format.empty()) column.date_format = table.date_format;
    }
}

/// Looks into the file: what the table does not declare about it is found out.
void look_at_file(TableRecord& table, ModelReading& reading) {
    if (table.is_text()) look_at_text(table, reading);
    if (table.file.empty()) return;
    const bool untyped =
        std::any_of(table.columns.begin(), table.columns.end(), [](const auto& column) { return column.guessed; });
    if (table.others == OtherColumns::guessed || untyped || (table.is_text() && has_odd_cells(table)))
        infer_columns(table, reading);
}

/// The same for a snapshot, whose form is known. One that is to be written anew may be missing or faulty.
void look_at_snapshot(TableRecord& table, bool declared, ModelReading& reading) {
    table.columns_are_guessed = !declared;
    table.delimiter = ',';
    table.encoding = "utf-8";
    table.decimal_is_declared = true;
    table.notation.trim = false;
    std::error_code failed;
    if (table.file.empty() || !std::filesystem::is_regular_file(table.file, failed)) return;
    const bool untyped =
        std::any_of(table.columns.begin(), table.columns.end(), [](const auto& column) { return column.guessed; });
    if (table.others != OtherColumns::guessed && !untyped) return;
    const bool is_rewritten = reading.snapshots == Snapshots::to_be_written;
    auto kept = table;
    diag::Diagnostics faults;
    std::swap(faults, reading.diagnostics);
    infer_columns(table, reading);
    std::swap(faults, reading.diagnostics);
    if (is_rewritten && !faults.empty()) {
        table = std::move(kept);
    } else {
        diag::append(reading.diagnostics, std::move(faults));
    }
}

TableRecord table_of(const yaml::Entry& entry, const Model& model, ModelReading& reading) {
    TableRecord table;
    table.name = entry.key.text;
    table.span = entry.key.span;
    yaml::Fields fields(entry.value, vocabulary::keys::data_table, reading.diagnostics);
    const auto path = fields.text("file");
    const bool connected = fields.node("connection") != nullptr;
    auto query = fields.text("query");
    if (query && !connected) table.query = std::move(*query);
    if (path && !table.query.empty()) {
        report(reading, diag::code::key_conflict, path->span, "a table has either “file” or “query”, not both",
               "keep one of them; a table of a database has both, and “connection”");
        table.query = {};
    } else if (!path && !connected && table.query.empty() && entry.value.kind == yaml::Node::Kind::map) {
        report(reading, diag::code::missing_key, table.span,
               "the table " + base::quoted(table.name) + " has neither “file” nor “query”",
               "name the file that holds it, or a query over other tables");
    }
    bool faulty = false;
    if (const auto* columns = fields.node("columns")) {
        const auto known = reading.diagnostics.size();
        table.columns = read_columns(*columns, reading, &table);
        faulty = reading.diagnostics.size() > known;
    } else {
        table.others = OtherColumns::guessed;
    }
    if (connected) read_snapshot(entry, fields, table, model, reading);
    if (path && !connected) {
        const auto format = format_of(*path, reading);
        auto file = file_below_root(*path, reading);
        // A table with a faulty declaration is not read, or a second message would report the same fault.
        if (format) table.format = *format;
        if (format && file && !faulty) table.file = std::move(*file);
    }
    read_text_keys(fields, table, reading);
    read_notation(fields, table, reading);
    table.sheet = fields.text("sheet").value_or(diag::Text{}).text;
    table.records = fields.text("records").value_or(diag::Text{}).text;
    check_file_keys(fields, table, reading);
    if (connected) {
        look_at_snapshot(table, fields.node("columns") != nullptr, reading);
    } else if (!table.file.empty()) {
        look_at_file(table, reading);
    }
    if (table.columns.size() > kMostColumns) {
        report(reading, diag::code::file_too_large, path ? path->span : table.span,
               fmt::format("the table “{}” has {} columns; at most {} are read", table.name, table.columns.size(),
                           kMostColumns),
               "leave out columns that no briefing shows, or turn columns into rows with a name and a value each");
        table.file.clear();
        table.columns.clear();
    }
    std::size_t bytes = 0;  // of names
    for (const auto& column : table.columns) bytes += column.name.size() + column.header.size();
    if (bytes > kLongestNames) {
        report(reading, diag::code::file_too_large, path ? path->span : table.span,
               fmt::format("the names of the columns of “{}” have {} bytes together; at most {} are read", table.name,
                           bytes, kLongestNames),
               "name the row that holds the heads with “header-row:”, or give the columns short names in the file");
        table.file.clear();
        table.columns.clear();
    }
    const auto source = fields.text("source");
    if (source) table.source = source->text;
    if (path) check_source(table, source, model, reading);
    if (const auto as_of = fields.text("as-of")) {
        table.as_of = as_of->text;
        if (!parse_date(table.as_of)) {
            report(reading, diag::code::bad_value, as_of->span, base::quoted(table.as_of) + " is not a date",
                   "write 2026-04-20, 2026-04, 2026-Q1 or 2026");
        }
    }
    read_key(fields, table, reading);
    read_time(fields, table, reading);
    table.because = fields.text("because").value_or(diag::Text{}).text;
    for (auto& audience : fields.texts("for")) table.audiences.push_back(std::move(audience.text));
    fields.finish();
    return table;
}

}  // namespace

void read_tables(const yaml::Node& node, ModelReading& reading, Model& model) {
    if (node.kind != yaml::Node::Kind::map) {
        report(reading, diag::code::wrong_type, node.span, "tables are a mapping of names to tables",
               "write “tables: {activity: {file: activity.csv, …}}”");
    }
    for (const auto& entry : node.entries) {
        if (entry.key.text.rfind("x-", 0) == 0) continue;
        if (!is_snake_case(entry.key.text)) {
            report(reading, diag::code::bad_slug, entry.key.span,
                   base::quoted(entry.key.text) + " cannot be a table's name in SQL",
                   "use lower-case letters, digits and underscores, a letter first");
            continue;
        }
        if (entry.key.text == "facts" || entry.key.text == "sources" || entry.key.text.rfind("sqlite_", 0) == 0 ||
            entry.key.text.rfind("json_", 0) == 0 || entry.key.text.rfind("pragma_", 0) == 0) {
            report(reading, diag::code::name_clash, entry.key.span, base::quoted(entry.key.text) + " is reserved",
                   "give the table another name");
            continue;
        }
        model.tables.push_back(table_of(entry, model, reading));
    }
}

}  // namespace precis::data
