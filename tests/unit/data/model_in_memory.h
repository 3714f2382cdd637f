// Builders of small models for the tests of this room; their files are in a temporary folder.
#pragma once
#include <filesystem>
#include <string>

#include "../../folder.h"
#include "data/database.h"

namespace precis::data::testing {

using test::Folder;

/// A text that is its own source, so that diagnostics can point into it.
inline diag::Text text(std::string sql) {
    auto source = std::make_shared<const diag::SourceText>("query", sql);
    const auto size = sql.size();
    return {std::move(sql), {std::move(source), 0, size}, {}};
}

inline Column column(std::string name, Type type) {
    Column out;
    out.name = std::move(name);
    out.type = type;
    return out;
}

inline TableRecord csv_table(std::string name, std::filesystem::path file, std::vector<Column> columns) {
    TableRecord table;
    table.name = std::move(name);
    table.file = std::move(file);
    table.format = "csv";
    table.source = "counted";
    table.columns = std::move(columns);
    return table;
}

inline SourceRecord source(std::string id) {
    SourceRecord record;
    record.id = record.title = std::move(id);
    return record;
}

inline Fact fact(std::string id, std::string value, std::optional<double> number, std::string from) {
    Fact out;
    out.id = std::move(id);
    out.value = std::move(value);
    out.number = number;
    out.source = std::move(from);
    return out;
}

/// The text that a diagnostic points at.
inline std::string pointed_at(const diag::Diagnostic& diagnostic) {
    const auto& span = diagnostic.span;
    return span.source ? span.source->text().substr(span.begin, span.end - span.begin) : "";
}

}  // namespace precis::data::testing
