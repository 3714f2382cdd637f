// data/model.h: sources, facts, tables and metrics as the data model declares them.
// Stage: (2) model.yaml and its files -> MODEL -> Database, bind.
//
// In: model.yaml, the files of sources and facts that it names (docs/data.md). Out: plain records in file order.
// Tables are only described; Database reads their files. Dates, periods and durations are checked but kept as texts,
// in the forms of docs/design/language.md#dates-numbers-and-lengths. An empty text means that the author gave none.
// Errors: each at its cell or key; a faulty record is reported and left out, the others are loaded. No file outside
// the project's folder is read, not even through a link.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "data/notation.h"
#include "diag/diagnostic.h"
#include "vocabulary/citation_sets.h"

namespace precis::data {

/// A person's name in its parts. Without a family name: a body, or a name that is printed as it is.
struct PersonName {
    std::string family, given, suffix;
    bool operator==(const PersonName&) const = default;
};

struct SourceRecord {
    std::string id, title, publisher, date, url, accessed, license, population, caveat;
    std::string embargo;     // the day or moment from which it may be published; empty: at once
    std::string via;         // id of the source that cites it: "as cited in"
    std::string because;     // why it is used although it is too old, or later than a briefing's date
    std::string max_age;     // "12 months"
    std::string owner;       // whom to ask for a newer one
    std::string permission;  // who allowed more than the licence does, and when
    std::string container, volume, issue, pages;
    vocabulary::SourceKind kind = vocabulary::SourceKind::work;
    std::vector<std::string> authors, audiences;
    std::vector<PersonName> names;   // names[i] are the parts of authors[i]
    std::vector<std::string> terms;  // the licence's conditions, if its name does not tell
    diag::Span span;
    bool operator==(const SourceRecord&) const = default;
};

/// One sourced value. An empty `value` states that the value is not published.
struct Fact {
    std::string id, subject, measure, source, unit, period, base, question, detail, reported_by, supersedes;
    std::optional<double> number;  // of a value that is a number
    std::string value;             // as written
    int decimals = 0;              // digits after the point, as written
    Qualifier qualifier = Qualifier::none;
    Status status = Status::actual;
    std::optional<double> n, low, high;
    std::vector<std::string> audiences;
    std::vector<std::string> extra;  // extra[i] belongs to Model::fact_columns[i]; as written
    diag::Span span;                 // the row, or the key in YAML
    bool operator==(const Fact&) const = default;
};

enum class Type { text, integer, number, percent, currency, boolean, date, month, quarter, year };

struct Column {
    std::string name, label, unit, format;
    std::string header;       // the column's name in the file; empty: `name`
    std::string date_format;  // of its dates, declared or found out, "DD/MM/YYYY"; empty: ISO 8601
    Type type = Type::text;
    double scale = 1;                  // factor on the numbers of the file
    std::vector<std::string> missing;  // texts that mean that the value is missing
    bool guessed = false;              // the type is: the column is not declared
    diag::Span span;
    bool operator==(const Column&) const = default;
};

/// A database that `precis data --refresh` asks, and nothing else.
struct ConnectionRecord {
    std::string name;
    diag::Text variable;  // of the environment, with the connection string
    int time_limit = 60;  // seconds for one table: connecting, running the query and fetching the rows
    diag::Span span;
    bool operator==(const ConnectionRecord&) const = default;
};

/// How a file writes numbers and texts.
struct Notation {
    char decimal = '.';
    std::string thousands;             // between groups of digits: "," "." " " "'"; empty: nothing
    std::vector<std::string> marks;    // footnote marks behind numbers
    std::vector<std::string> missing;  // texts that mean that the value is missing, in every column
    bool negative_parentheses = false;
    bool trim = true;  // texts are stored without blanks at their ends
    bool operator==(const Notation&) const = default;
};

/// What becomes of a file's columns that the table does not declare.
enum class OtherColumns { refused, guessed, skipped };

/// Lines of a file, from 1, both ends included.
struct LineRange {
    std::size_t first = 0, last = 0;
    bool operator==(const LineRange&) const = default;
};

struct TableRecord {
    std::string name, source, as_of;
    std::string time;     // the column that dates a row; empty: none
    std::string because;  // why it may have rows later than a briefing's date
    diag::Text query;
    std::string connection;  // empty: none; else `file` is the snapshot of `remote_query`
    diag::Text remote_query;
    bool columns_are_guessed = false;  // from the file: `columns` is not declared
    std::filesystem::path file;        // absolute; empty for a query
    std::vector<Column> columns;
    std::vector<std::string> key, audiences;
    std::string format;  // csv, tsv, json, jsonl, yaml, sqlite, xlsx, ods; empty for a query
    bool is_text() const { return format == "csv" || format == "tsv"; }
    bool is_workbook() const { return format == "xlsx" || format == "ods"; }
    bool is_tree() const { return format == "json" || format == "jsonl" || format == "yaml"; }
    bool has_lines() const { return !is_workbook() && format != "sqlite"; }  // people can read the file
    OtherColumns others = OtherColumns::refused;
    std::vector<std::string> skipped;  // headers of columns that are declared as `skip`
    Notation notation;
    bool decimal_is_declared = false;
    std::string date_format;          // of its dates, as Column::date_format
    std::string encoding;             // of a text file, declared or found out; empty: not looked at yet
    char delimiter = 0;               // of a text file, declared or found out; 0: the format's
    std::size_t header_row = 0;       // the line, or the row of a sheet, with the names; 0: the first not blank
    std::vector<LineRange> left_out;  // lines or rows that are not read; of text also what precedes the header row
    std::string sheet;                // sheet of a workbook, with a range; table of an SQLite file
    std::string records;              // keys that lead to the list of rows in JSON and YAML, with dots between
    diag::Diagnostics faults;         // of the file, found when its columns were guessed; reported with its first use
    diag::Span span;
    bool operator==(const TableRecord&) const = default;
};

/// A number that every briefing of the model can print by name, with its query, unit and definition.
struct MetricRecord {
    diag::Text name, query, definition;
    std::optional<diag::Text> unit, period, label;
    std::optional<Qualifier> qualifier;
    std::optional<Status> status;
    bool may_be_set = false;  // by --set, without a warning
    bool operator==(const MetricRecord&) const = default;
};

struct Model {
    std::filesystem::path path;                 // of model.yaml, absolute
    std::vector<SourceRecord> sources;          // in file order
    std::vector<Fact> facts;                    // in file order
    std::vector<Column> fact_columns;           // columns of facts that the model adds to the known ones
    std::vector<ConnectionRecord> connections;  // in file order
    std::vector<TableRecord> tables;            // in file order
    std::vector<MetricRecord> metrics;          // in file order
    bool operator==(const Model&) const = default;

    /// The record with that id, or nullptr. Sources and connections: linear. Facts: by an index, made at the first call
    /// and again after facts were added.
    const SourceRecord* source(std::string_view id) const;
    const Fact* fact(std::string_view id) const;
    const ConnectionRecord* connection(std::string_view name) const;

  private:
    struct Index {
        std::unordered_multimap<std::size_t, std::size_t> places;  // of facts, by the hash of their id
        const Fact* first = nullptr;                               // of the facts that it is of
        std::size_t count = 0;
        bool operator==(const Index&) const { return true; }
    };
    mutable Index index_;
};

/// Whether the snapshots of databases must be there: to_be_written is for the command that writes them. It reports no
/// snapshot that is missing or faulty, and such a table has no guessed columns.
enum class Snapshots { required, to_be_written };

/// Loads model.yaml with its sources and facts. `root` is the project's folder; `wanted_by` is the place that names
/// model.yaml.
///
/// Errors: those of yaml::parse_file and json::parse; wrong_version, unknown_key, wrong_type, missing_key, bad_value,
/// key_conflict, bad_slug, name_clash, unknown_source, unknown_name, unknown_column, file_not_found, file_outside_root,
/// file_unreadable, file_too_large, empty_file, format_not_available, csv_syntax, bibtex_syntax, cell_type,
/// undeclared_column, missing_column, sql_not_allowed (a query that a database must not be asked).
[[nodiscard]] diag::Result<Model> load(const std::filesystem::path& model_yaml, const std::filesystem::path& root,
                                       diag::Span wanted_by = {}, Snapshots snapshots = Snapshots::required);

}  // namespace precis::data
