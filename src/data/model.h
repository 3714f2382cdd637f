// data/model.h: sources, facts and tables as the data model states them.
// Stage: (2) model.yaml and its files -> DATA -> bind.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "data/notation.h"
#include "diag/diagnostic.h"

namespace precis::data {

struct SourceRecord {
    std::string id, title, publisher, date, url, accessed, license, population, caveat;
    std::string embargo;     // the day or the moment from which it may be published; empty: at once
    std::string via;         // id of the source that cites it: "as cited in"
    std::string because;     // why it is used past its age, or of later than a briefing's date
    std::string max_age;     // "12 months"
    std::string permission;  // who allows more than the licence does, and when
    std::vector<std::string> authors, audiences;
    std::vector<std::string> terms;  // what the licence asks, where its name does not say
    diag::Span span;
    bool operator==(const SourceRecord&) const = default;
};

/// One sourced value. A `value` that is empty is known not to be published.
struct Fact {
    std::string id, subject, measure, source, unit, period, base, question, detail, reported_by, supersedes;
    std::optional<double> number;
    std::string value;  // as written in the data
    int decimals = 0;   // digits after the point, as written
    Qualifier qualifier = Qualifier::none;
    Status status = Status::actual;
    std::optional<double> n, low, high;
    std::vector<std::string> audiences;
    std::vector<std::string> extra;  // pairs with Model::fact_columns, as written
    diag::Span span;                 // its row, or its key in YAML
    bool operator==(const Fact&) const = default;
};

enum class Type { text, integer, number, percent, currency, boolean, date, month, quarter, year };

struct Column {
    std::string name, label, unit, format;
    std::string header;  // what the file calls it, where that is another name
    Type type = Type::text;
    double scale = 1;
    std::vector<std::string> missing;
    diag::Span span;
    bool operator==(const Column&) const = default;
};

struct TableRecord {
    std::string name, source, as_of;
    std::string time;     // the column that says when a row was so; empty: none
    std::string because;  // why it may hold rows of later than a briefing's date
    diag::Text query;
    std::filesystem::path file;  // absolute; empty for a query
    std::vector<Column> columns;
    std::vector<std::string> key, audiences;
    std::string format;  // csv, tsv, json …; empty: by the file's ending
    char delimiter = 0;  // 0: by the format
    char decimal = '.';
    std::string sheet;
    diag::Span span;
    bool operator==(const TableRecord&) const = default;
};

/// A number that every briefing of the model may print by name: what it is, how it is made, in which unit.
struct MetricRecord {
    diag::Text name, query, definition;
    std::optional<diag::Text> unit, qualifier, status, period, label;
    bool operator==(const MetricRecord&) const = default;
};

struct Model {
    std::filesystem::path path;         // of model.yaml, absolute
    std::vector<SourceRecord> sources;  // in file order
    std::vector<Fact> facts;            // in file order
    std::vector<Column> fact_columns;   // the facts' own columns, beside the known ones
    std::vector<TableRecord> tables;    // in file order
    std::vector<MetricRecord> metrics;  // in file order
    bool operator==(const Model&) const = default;

    const SourceRecord* source(std::string_view id) const;
    const Fact* fact(std::string_view id) const;
};

/// model.yaml with its sources and facts read; tables only described (Database reads them).
/// `root`: no file outside it is read; `wanted_by`: where model.yaml is named. Files it names are read through links
/// only where these stay inside. Errors: those of yaml::parse_file, unknown_key, wrong_type, missing_key, bad_slug,
/// name_clash, unknown_source, file_not_found, file_outside_root, csv_syntax, cell_type, undeclared_column, bad_value.
[[nodiscard]] diag::Result<Model> load(const std::filesystem::path& model_yaml, const std::filesystem::path& root,
                                       diag::Span wanted_by = {});

}  // namespace precis::data
