// Reads `tables:`: declarations only. Database reads the files at first use.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/phrases.h"
#include "data/cell_type.h"
#include "data/model_reading.h"
#include "data/period.h"
#include "data/words.h"
#include "diag/codes.h"
#include "vocabulary/model_keys.h"
#include "vocabulary/sets.h"
#include "yaml/fields.h"

namespace precis::data {
namespace {

constexpr std::size_t kMostColumns = 2000;  // SQLite's default limit on the columns of a table

void report(ModelReading& reading, diag::Code code, const diag::Span& span, std::string message, std::string remedy) {
    reading.diagnostics.push_back(diag::error(code, span, std::move(message), std::move(remedy)));
}

std::optional<Type> type_of(const diag::Text& word, ModelReading& reading) {
    using vocabulary::ColumnType;
    if (const auto type = vocabulary::named<ColumnType>(word.text))
        return *type == ColumnType::decimal ? Type::number : static_cast<Type>(*type);
    report(reading, diag::code::bad_value, word.span, base::quoted(word.text) + " is not a column's type",
           meant(word.text, type_words()));
    return std::nullopt;
}

bool is_currency_code(std::string_view unit) {
    return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), base::is_upper);
}

Column column_of(const yaml::Entry& entry, ModelReading& reading) {
    Column column;
    column.name = entry.key.text;
    column.span = entry.key.span;
    std::optional<diag::Text> type;
    if (entry.value.kind == yaml::Node::Kind::map) {
        yaml::Fields fields(entry.value, vocabulary::keys::column, reading.diagnostics);
        type = fields.text("type");
        column.label = fields.text("label").value_or(diag::Text{}).text;
        column.unit = fields.text("unit").value_or(diag::Text{}).text;
        column.format = fields.text("format").value_or(diag::Text{}).text;
        column.header = fields.text("header").value_or(diag::Text{}).text;
        column.scale = fields.number("scale").value_or(1);
        for (auto& spelling : fields.texts("missing")) column.missing.push_back(std::move(spelling.text));
        fields.finish();
    } else {
        type = yaml::as_text(entry.value, "a column's type", reading.diagnostics);
    }
    if (type) column.type = type_of(*type, reading).value_or(Type::text);
    const bool scalable = column.type == Type::number || column.type == Type::percent || column.type == Type::currency;
    if (column.scale != 1 && !scalable) {
        report(reading, diag::code::key_conflict, column.span,
               "the column " + base::quoted(column.name) + " has a “scale”, but its type is not a number with decimals",
               "write “type: number”, “percent” or “currency”, or remove “scale”");
    }
    if (column.type == Type::percent && column.unit.empty()) column.unit = "percent";
    if (column.type == Type::currency && !is_currency_code(column.unit)) {
        report(reading, diag::code::missing_key, column.span,
               "the column " + base::quoted(column.name) + " has no currency",
               "add “unit:” with an ISO 4217 code, as in {type: currency, unit: EUR}");
    }
    if (!is_snake_case(column.name)) {
        report(reading, diag::code::bad_slug, column.span,
               base::quoted(column.name) + " cannot be a column's name in SQL",
               "use lower-case letters, digits and underscores, a letter first");
    }
    return column;
}

/// The format that the file's ending stands for; bad_value for an ending that is unknown.
std::optional<std::string> format_of(const diag::Text& path, ModelReading& reading) {
    auto ending = std::filesystem::path(path.text).extension().string();
    if (!ending.empty()) ending.erase(0, 1);
    if (ending == "csv" || ending == "tsv" || ending == "json" || ending == "jsonl" || ending == "yaml" ||
        ending == "sqlite" || ending == "xlsx")
        return ending;
    if (ending == "ndjson") return "jsonl";
    if (ending == "yml") return "yaml";
    if (ending == "db" || ending == "sqlite3") return "sqlite";
    report(reading, diag::code::bad_value, path.span,
           "the ending of " + base::quoted(path.text) + " is not that of a table",
           "name a file that ends in .csv, .tsv, .json, .jsonl, .yaml, .sqlite or .xlsx");
    return std::nullopt;
}

/// The character under `key`, one of `allowed`; "tab" stands for a tab. bad_value otherwise.
std::optional<char> one_character(yaml::Fields& fields, const char* key, std::string_view allowed,
                                  ModelReading& reading) {
    const auto text = fields.text(key);
    if (!text) return std::nullopt;
    if (text->text == "tab" && allowed.find('\t') != std::string_view::npos) return '\t';
    if (text->text.size() == 1 && allowed.find(text->text[0]) != std::string_view::npos) return text->text[0];
    std::vector<std::string> words;
    for (const char c : allowed) words.push_back(c == '\t' ? "tab" : std::string(1, c));
    report(reading, diag::code::bad_value, text->span, base::quoted(text->text) + " cannot be a " + key,
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
    if (!text) refuse("delimiter", "CSV and TSV files");
    if (format.empty()) refuse("decimal", "tables in files");
    if (format != "xlsx" && format != "sqlite") refuse("sheet", "workbooks and SQLite files");
}

/// Columns from the file, where there is one. A faulty snapshot that is to be written anew has none.
void guess_columns(TableRecord& table, ModelReading& reading) {
    std::error_code failed;
    table.columns_are_guessed = true;
    if (table.file.empty() || !std::filesystem::is_regular_file(table.file, failed)) return;
    const bool is_rewritten = !table.connection.empty() && reading.snapshots == Snapshots::to_be_written;
    const auto before = reading.diagnostics.size();
    const auto file = table.file;
    infer_columns(table, reading);
    if (!is_rewritten || reading.diagnostics.size() == before) return;
    reading.diagnostics.resize(before, diag::error(diag::code::internal_error, {}, {}));
    table.columns.clear();
    table.file = file;
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
    if (const auto* columns = fields.node("columns")) table.columns = read_columns(*columns, reading);
    if (connected) read_snapshot(entry, fields, table, model, reading);
    if (path && !connected) {
        const auto format = format_of(*path, reading);
        auto file = file_below_root(*path, reading);
        const auto* declared = entry.value.find("columns");
        // A table with a faulty declaration is not read, or a second message would report the same fault.
        if (format && file && (declared == nullptr || declared->kind == yaml::Node::Kind::map)) {
            table.format = *format;
            table.file = std::move(*file);
        }
    }
    table.delimiter = one_character(fields, "delimiter", ",;\t|", reading).value_or(0);
    table.decimal = one_character(fields, "decimal", ".,", reading).value_or('.');
    table.sheet = fields.text("sheet").value_or(diag::Text{}).text;
    check_file_keys(fields, table, reading);
    if (table.columns.empty() && !entry.value.find("columns")) guess_columns(table, reading);
    if (table.columns.size() > kMostColumns) {
        report(reading, diag::code::file_too_large, path ? path->span : table.span,
               fmt::format("the table “{}” has {} columns; at most {} are read", table.name, table.columns.size(),
                           kMostColumns),
               "leave out columns that no briefing shows, or turn columns into rows with a name and a value each");
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

std::vector<Column> read_columns(const yaml::Node& node, ModelReading& reading) {
    std::vector<Column> columns;
    if (node.kind != yaml::Node::Kind::map) {
        report(reading, diag::code::wrong_type, node.span, "columns are a mapping of names to types",
               "write “columns: {project: text, commits: integer}”");
    }
    for (const auto& entry : node.entries) columns.push_back(column_of(entry, reading));
    return columns;
}

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
