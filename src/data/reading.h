// data/reading.h: what the readers of the model's parts share while model.yaml is loaded, and records of sources and
// facts as they stand in CSV or YAML, before anything is converted.
// Stage: (2) files -> RECORDS -> sources, facts. Each value keeps its place.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "data/model.h"
#include "yaml/node.h"

namespace precis::data {

struct Reading {
    std::filesystem::path root;    // canonical
    std::filesystem::path folder;  // of model.yaml
    diag::Diagnostics found;
};

/// `file` as diagnostics call it: relative to the root.
[[nodiscard]] std::string shown_name(const std::filesystem::path& file, const std::filesystem::path& root);

/// The file that `written` names, seen from the model's folder; canonical.
/// Errors: file_not_found (with the nearest name in that folder), file_outside_root (also by a link).
[[nodiscard]] std::optional<std::filesystem::path> file_below_root(const diag::Text& written, Reading& reading);

struct Written {
    std::string text;
    diag::Span span;  // of the cell or scalar; of the record where it is absent
};

/// values[i] pairs with the names that the reader was asked for; absent ones are empty.
struct Record {
    std::vector<Written> values;
    diag::Span span;
};

struct RecordForm {
    std::string what;                // "a fact", in messages
    std::vector<std::string> names;  // columns or keys; names[0] is the id
    std::vector<std::string> required;
    bool hyphens = false;  // a CSV header may write `max_age` for the name `max-age`
};

using TakeRecord = std::function<void(Record&&)>;

/// A CSV file's rows, in order. Errors: file_unreadable, csv_syntax, undeclared_column, missing_column.
void read_csv_records(const std::filesystem::path& file, const RecordForm& form, Reading& reading,
                      const TakeRecord& take);
/// A mapping of ids to mappings, in order. Errors: wrong_type, unknown_key.
void read_yaml_records(const yaml::Node& node, const RecordForm& form, Reading& reading, const TakeRecord& take);

/// A file's whole text. Errors: file_unreadable.
[[nodiscard]] diag::Source read_source(const std::filesystem::path& file, std::string shown, diag::Span wanted_by,
                                       diag::Diagnostics& found);

void read_sources(const yaml::Node& node, Reading& reading, Model& model);
void read_facts(const yaml::Node& node, Reading& reading, Model& model);
void read_tables(const yaml::Node& node, Reading& reading, Model& model);
void read_metrics(const yaml::Node& node, Reading& reading, Model& model);
/// The columns of a table that declares none, from its file: a column has the narrowest type that all its cells fit.
/// Errors: those of open_rows, csv_syntax …, bad_slug (a heading that makes no name).
void infer_columns(TableRecord& table, Reading& reading);
/// Columns declared as `name: type` or `name: {type, label, …}`.
[[nodiscard]] std::vector<Column> read_columns(const yaml::Node& node, Reading& reading);

}  // namespace precis::data
