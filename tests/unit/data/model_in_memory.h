// Models made by hand for tests of this room, over files in a folder of their own.
#pragma once
#include <filesystem>
#include <string>

#include "../../folder.h"
#include "data/database.h"

namespace precis::data::testing {

using test::Folder;

/// A text that stands for itself in diagnostics.
inline diag::Text text(std::string sql) {
    auto source = std::make_shared<const diag::SourceText>("query", sql);
    const auto size = sql.size();
    return {std::move(sql), {std::move(source), 0, size}, {}};
}

inline Column column(std::string name, Type type) {
    Column made;
    made.name = std::move(name);
    made.type = type;
    return made;
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
    SourceRecord made;
    made.id = made.title = std::move(id);
    return made;
}

inline Fact fact(std::string id, std::string value, std::optional<double> number, std::string from) {
    Fact made;
    made.id = std::move(id);
    made.value = std::move(value);
    made.number = number;
    made.source = std::move(from);
    return made;
}

/// The text that a diagnostic points at.
inline std::string pointed_at(const diag::Diagnostic& diagnostic) {
    const auto& span = diagnostic.span;
    return span.source ? span.source->text().substr(span.begin, span.end - span.begin) : "";
}

}  // namespace precis::data::testing
