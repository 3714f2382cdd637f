// Reads `connections:`, and the tables that are snapshots of their queries. No connection is opened: `precis data
// --refresh` does that (data/snapshot/refresh.h).
#include <algorithm>

#include "base/ascii.h"
#include "base/phrases.h"
#include "data/codes.h"
#include "data/model_reading.h"
#include "data/sql/remote_sql.h"
#include "data/words.h"
#include "diag/codes.h"
#include "vocabulary/model_keys.h"
#include "yaml/fields.h"

namespace precis::data {
namespace {

constexpr int kLongestLimit = 24 * 60 * 60;  // seconds

void report(ModelReading& reading, diag::Code code, const diag::Span& span, std::string message, std::string remedy) {
    reading.diagnostics.push_back(diag::error(code, span, std::move(message), std::move(remedy)));
}

bool is_variable(std::string_view name) {
    return !name.empty() && !base::is_digit(name[0]) &&
           std::all_of(name.begin(), name.end(), [](char c) { return base::is_letter_or_digit(c) || c == '_'; });
}

bool check_variable(const diag::Text& variable, ModelReading& reading) {
    if (is_variable(variable.text)) return true;
    // The text is not repeated: it may be the connection string itself.
    report(reading, diag::code::bad_value, variable.span, "this is not the name of an environment variable",
           "write a name of letters, digits and underscores, as “odbc-env: LAKE_DSN”; the connection string itself "
           "belongs into that variable, never into a file");
    return false;
}

/// Replaces the scalars below `node` that may be connection strings, or parts of them, by asterisks in `text`.
void mask(const yaml::Node& node, std::string& text) {
    const auto& span = node.span;
    if (node.kind == yaml::Node::Kind::scalar && node.scalar.text.find('=') != std::string::npos) {
        for (auto at = span.begin; at < std::min(span.end, text.size()); ++at)
            if (text[at] != '\n') text[at] = '*';
    }
    for (const auto& item : node.items) mask(item, text);
    for (const auto& entry : node.entries) mask(entry.value, text);
}

/// Keys about how a file is written, of which precis decides for a file that it writes itself.
constexpr std::string_view kOfOtherFiles[] = {"delimiter",  "decimal",   "sheet",       "encoding",
                                              "header-row", "skip-rows", "thousands",   "negative-parentheses",
                                              "marks",      "missing",   "date-format", "trim"};

void refuse_file_keys(const yaml::Entry& entry, yaml::Fields& fields, ModelReading& reading) {
    for (const auto key : kOfOtherFiles) {
        if (vocabulary::keys::data_table.find(key) == nullptr) continue;
        if (const auto* node = fields.node(key)) {
            report(reading, diag::code::key_conflict, node->span,
                   base::quoted(key) + " is for files that others write, and " + base::quoted(entry.key.text) +
                       " is written by precis",
                   "remove it");
        }
    }
}

void check_connection(const diag::Text& name, const Model& model, ModelReading& reading) {
    if (model.connection(name.text) != nullptr) return;
    std::vector<std::string> names;
    for (const auto& known : model.connections) names.push_back(known.name);
    report(reading, diag::code::unknown_name, name.span, "there is no connection " + base::quoted(name.text),
           names.empty() ? "declare it: “connections: {" + name.text + ": {odbc-env: LAKE_DSN}}”"
                         : meant(name.text, names));
}

void check_query(const diag::Text& query, ModelReading& reading) {
    if (const auto fault = remote_sql_fault(query.text)) {
        report(reading, code::sql_not_allowed, query.at(fault->begin, fault->end), fault->message, fault->remedy);
    }
}

/// The snapshot's path; nothing if it cannot be one, or must be there and is not.
std::optional<std::filesystem::path> snapshot_of(const diag::Text& path, const TableRecord& table,
                                                 ModelReading& reading) {
    if (std::filesystem::path(path.text).extension() != ".csv") {
        report(reading, diag::code::bad_value, path.span,
               "a snapshot is a CSV file, and " + base::quoted(path.text) + " does not end in .csv",
               "write “file: " + table.name + ".csv”");
        return std::nullopt;
    }
    auto file = path_below_root(path, reading);
    std::error_code failed;
    if (!file || reading.snapshots == Snapshots::to_be_written || std::filesystem::is_regular_file(*file, failed))
        return file;
    report(reading, diag::code::file_not_found, path.span,
           "there is no snapshot " + base::quoted(shown_name(*file, reading.root)) + " of the table " +
               base::quoted(table.name),
           "write it with: precis data --refresh " + table.name);
    return std::nullopt;
}

}  // namespace

void read_connections(const yaml::Node& node, ModelReading& reading, Model& model) {
    if (node.kind != yaml::Node::Kind::map) {
        report(reading, diag::code::wrong_type, node.span, "connections are a mapping of names to connections",
               "write “connections: {lake: {odbc-env: LAKE_DSN}}”");
    }
    for (const auto& entry : node.entries) {
        if (entry.key.text.rfind("x-", 0) == 0) continue;
        ConnectionRecord connection;
        connection.name = entry.key.text;
        connection.span = entry.key.span;
        if (!is_slug(connection.name)) {
            report(reading, diag::code::bad_slug, connection.span,
                   base::quoted(connection.name) + " cannot be a connection's name",
                   "use lower-case letters, digits and single hyphens, a letter first");
        }
        yaml::Fields fields(entry.value, vocabulary::keys::connection, reading.diagnostics);
        if (const auto* variable = fields.required("odbc-env")) {
            auto text = yaml::as_text(*variable, "the name of an environment variable", reading.diagnostics);
            if (text && check_variable(*text, reading)) connection.variable = std::move(*text);
        }
        if (const auto seconds = fields.integer("time-limit")) {
            connection.time_limit = *seconds;
            if (*seconds < 1 || *seconds > kLongestLimit) {
                report(reading, diag::code::bad_value, fields.node("time-limit")->span,
                       base::quoted(std::to_string(*seconds)) + " is not a number of seconds from 1 to 86400",
                       "write the seconds that one table may take, as “time-limit: 60”");
                connection.time_limit = 60;
            }
        }
        fields.finish();
        model.connections.push_back(std::move(connection));
    }
}

void hide_connection_strings(const yaml::Node& connections, diag::Diagnostics& diagnostics) {
    const auto source = connections.span.source;
    if (!source || diagnostics.empty()) return;
    auto text = source->text();
    mask(connections, text);
    if (text == source->text()) return;
    const auto masked = std::make_shared<const diag::SourceText>(source->name(), std::move(text), source->file());
    for (auto& diagnostic : diagnostics) {
        if (diagnostic.span.source == source) diagnostic.span.source = masked;
        for (auto& note : diagnostic.notes)
            if (note.span.source == source) note.span.source = masked;
    }
}

void read_snapshot(const yaml::Entry& entry, yaml::Fields& fields, TableRecord& table, const Model& model,
                   ModelReading& reading) {
    const auto connection = fields.text("connection");
    const auto query = fields.text("query");
    const auto path = fields.text("file");
    if (!connection) return;
    table.connection = connection->text;
    check_connection(*connection, model, reading);
    if (query) check_query(*query, reading);
    if (!query) {
        report(reading, diag::code::missing_key, connection->span,
               "the table " + base::quoted(table.name) + " has a “connection”, but no “query”",
               "add “query:” with a SELECT for that database");
    }
    if (!path) {
        report(reading, diag::code::missing_key, connection->span,
               "the table " + base::quoted(table.name) + " has a “connection”, but no “file” for its rows",
               "add “file: " + table.name + ".csv”; precis data --refresh " + table.name + " writes it");
    }
    refuse_file_keys(entry, fields, reading);
    if (!query || !path) return;
    table.remote_query = *query;
    if (auto file = snapshot_of(*path, table, reading)) {
        table.format = "csv";
        table.file = std::move(*file);
    }
}

}  // namespace precis::data
