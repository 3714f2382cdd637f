// data/model_reading.h: the readers of the model's parts, in model_<part>.cpp, and the records that they share.
// Stage: (2) files -> RECORDS -> sources, facts, tables, metrics. Private to the room. A record is a row of a CSV file
// or a mapping in YAML with nothing converted; each value keeps its place. Errors go to ModelReading::diagnostics; a
// faulty part is left out.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "data/model.h"
#include "vocabulary/key.h"
#include "yaml/fields.h"
#include "yaml/node.h"

namespace precis::data {

struct ModelReading {
    std::filesystem::path root;    // canonical
    std::filesystem::path folder;  // of model.yaml
    Snapshots snapshots = Snapshots::required;
    diag::Diagnostics diagnostics;
};

/// The file's name in diagnostics: relative to the root.
[[nodiscard]] std::string shown_name(const std::filesystem::path& file, const std::filesystem::path& root);

/// Whether a canonical path is below a canonical folder.
[[nodiscard]] bool is_below(const std::filesystem::path& file, const std::filesystem::path& root);

/// The canonical path of the file that `name` gives relative to the model's folder.
/// Errors: file_not_found (with the nearest name in its folder), file_outside_root (also through a link).
[[nodiscard]] std::optional<std::filesystem::path> file_below_root(const diag::Text& name, ModelReading& reading);

/// The same for a file that need not exist. Errors: file_outside_root.
[[nodiscard]] std::optional<std::filesystem::path> path_below_root(const diag::Text& name, ModelReading& reading);

/// A value of a record as written.
struct Written {
    std::string text;
    diag::Span span;  // of the cell or scalar; of the record if the value is absent
};

/// values[i] belongs to RecordForm::names[i]; absent values are empty.
struct Record {
    std::vector<Written> values;
    diag::Span span;
};

struct RecordForm {
    /// The keys of a mapping, in order, behind the id. `keys` must outlive the form.
    explicit RecordForm(const vocabulary::Mapping& keys);

    const vocabulary::Mapping* mapping;
    std::string what;                // "a fact", in messages
    std::vector<std::string> names;  // columns or keys; names[0] is the id
    std::vector<std::string> required;
    bool hyphens = false;  // a CSV header may write `max_age` for the name `max-age`
};

using TakeRecord = std::function<void(Record&&)>;

/// Passes the rows of a CSV file to `take`, in order.
/// Errors: file_unreadable, empty_file, csv_syntax, not_utf8, control_character, undeclared_column, missing_column.
void read_csv_records(const std::filesystem::path& file, const RecordForm& form, ModelReading& reading,
                      const TakeRecord& take);
/// Passes the entries of a mapping of ids to mappings to `take`, in order. Errors: wrong_type, unknown_key.
void read_yaml_records(const yaml::Node& node, const RecordForm& form, ModelReading& reading, const TakeRecord& take);

/// A file's whole text; nullptr after an error. Errors: file_unreadable.
[[nodiscard]] diag::Source read_source(const std::filesystem::path& file, std::string shown, diag::Span wanted_by,
                                       diag::Diagnostics& diagnostics);

/// The same as UTF-8, whatever the file's encoding. Errors: file_unreadable, not_utf8.
[[nodiscard]] diag::Source read_as_utf8(const std::filesystem::path& file, const std::string& shown,
                                        diag::Diagnostics& diagnostics);

void read_sources(const yaml::Node& node, ModelReading& reading, Model& model);
void read_facts(const yaml::Node& node, ModelReading& reading, Model& model);
void read_connections(const yaml::Node& node, ModelReading& reading, Model& model);
/// Lets diagnostics show the lines of `connections` without connection strings that stand there by mistake.
void hide_connection_strings(const yaml::Node& connections, diag::Diagnostics& diagnostics);
void read_tables(const yaml::Node& node, ModelReading& reading, Model& model);
void read_metrics(const yaml::Node& node, ModelReading& reading, Model& model);
/// Reads `connection`, `query` and `file` of a table that is the snapshot of a query. It has no file after an error,
/// nor if the snapshot is missing.
/// Errors: missing_key, unknown_name, key_conflict, bad_value, sql_not_allowed, file_outside_root, file_not_found.
void read_snapshot(const yaml::Entry& entry, yaml::Fields& fields, TableRecord& table, const Model& model,
                   ModelReading& reading);
/// Gives a table the columns of its file that it does not declare, if they are to be guessed, and types to those that
/// are declared without one; finds out the file's decimal sign and the form of its dates. Reads the whole file. What
/// the cells leave in doubt goes to TableRecord::faults, which are reported with the table's first use.
/// Errors: those of open_rows; bad_slug (two headers give one column name).
void infer_columns(TableRecord& table, ModelReading& reading);
/// The value of `date-format:`; empty after an error.
[[nodiscard]] std::string read_date_format(const diag::Text& form, ModelReading& reading);
/// The columns that are declared as `name: type` or `name: {type, label, …}`. What `"*"` and `skip` say goes to
/// `table`; nullptr: they are not allowed here.
[[nodiscard]] std::vector<Column> read_columns(const yaml::Node& node, ModelReading& reading,
                                               TableRecord* table = nullptr);

}  // namespace precis::data
