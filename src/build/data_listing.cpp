// Counts the rows of each table, and the facts and tables of each source.
#include "build/data_listing.h"

#include <algorithm>

#include "bind/values/age.h"
#include "build/target_values.h"

namespace precis::build {
namespace {

std::optional<data::Rows> ask(bind::Values& values, std::string sql) {
    diag::Text text;
    text.text = std::move(sql);
    return values.query(text);
}

DataListing::Table describe(const data::TableRecord& record, const Prepared& prepared, bind::Values& values) {
    DataListing::Table table;
    table.record = &record;
    if (!record.file.empty()) table.file = record.file.lexically_relative(prepared.project.root).generic_string();
    if (const auto count = ask(values, "SELECT count(*) FROM \"" + record.name + "\""))
        table.rows = std::get<std::int64_t>(count->rows.front().front());
    table.notes = prepared.database->notes_of(record.name);
    if (const auto empty = ask(values, "SELECT * FROM \"" + record.name + "\" LIMIT 0")) table.columns = empty->columns;
    return table;
}

DataListing::Source describe(const data::SourceRecord& record, const data::Model& model, const std::string& date) {
    DataListing::Source source;
    source.record = &record;
    source.age = bind::age_words(record, date);
    source.stale = bind::is_stale(record, date);
    const auto is_of_source = [&](const auto& holder) { return holder.source == record.id; };
    source.facts = static_cast<std::size_t>(std::count_if(model.facts.begin(), model.facts.end(), is_of_source));
    source.tables = static_cast<std::size_t>(std::count_if(model.tables.begin(), model.tables.end(), is_of_source));
    return source;
}

}  // namespace

diag::Result<DataListing> list_data(const Prepared& prepared) {
    diag::Diagnostics diagnostics;
    const auto& target = prepared.targets.front();
    const auto locale = spoken_locale(target);
    const auto& model = prepared.database->model();
    DataListing listing;
    listing.model = &model;
    listing.date = target.date;
    auto values = values_of(prepared, target, locale, diagnostics);
    for (const auto& record : model.tables) listing.tables.push_back(describe(record, prepared, values));
    for (const auto& record : model.sources) listing.sources.push_back(describe(record, model, target.date));
    return {std::move(listing), std::move(diagnostics)};
}

diag::Result<data::Rows> run_query(const Prepared& prepared, const diag::Text& sql) {
    diag::Diagnostics diagnostics;
    const auto& target = prepared.targets.front();
    const auto locale = spoken_locale(target);
    auto values = values_of(prepared, target, locale, diagnostics);
    auto rows = values.query(sql);
    if (!rows) return diagnostics;
    return {std::move(*rows), std::move(diagnostics)};
}

}  // namespace precis::build
