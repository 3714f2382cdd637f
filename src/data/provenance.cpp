// What a query has read, from its plan, its facts and its own `source` column; and what its columns mean.
#include <algorithm>

#include "data/database_impl.h"
#include "data/words.h"

namespace precis::data {
namespace {

/// Columns whose words go with a value rather than being one.
bool is_annotation(std::string_view name) {
    return name == "source" || name == "status" || name == "qualifier" || name == "unit";
}

/// `commits_all` -> "Commits all".
std::string label_of(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

}  // namespace

void Database::Impl::describe(sqlite3_stmt* statement, const std::vector<std::string>& seen, Rows& rows) const {
    const auto declared = [&](std::string_view name) -> const Column* {
        const auto among = [&](const std::vector<Column>& columns) -> const Column* {
            const auto found =
                std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
            return found == columns.end() ? nullptr : &*found;
        };
        for (const auto& table_name : seen) {
            const auto* read = table(table_name);
            if (read == nullptr && table_name != "facts") continue;
            if (const auto* column = among(read ? read->columns : model.fact_columns)) return column;
        }
        return nullptr;
    };
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        ResultColumn column;
        column.name = sqlite3_column_name(statement, i);
        if (const auto* known = declared(column.name)) {
            column.label = known->label;
            column.unit = known->unit;
            column.format = known->format;
            column.type = known->type;
        }
        if (column.label.empty()) column.label = label_of(column.name);
        rows.columns.push_back(std::move(column));
    }
}

bool Database::Impl::has_expression(const std::string& text, sqlite3_stmt* statement, bool reads_facts) {
    Statement over_plain;
    if (reads_facts) {
        if (!plain) {
            plain = std::make_unique<Memory>();
            register_functions(plain->db(), calls);
            create_schema(plain->db(), model, Facts::plain);
        }
        over_plain = prepared(plain->db(), text);
        if (over_plain) statement = over_plain.get();
    }
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        if (!sqlite3_column_origin_name(statement, i) && !is_annotation(sqlite3_column_name(statement, i))) return true;
    }
    return false;
}

void Database::Impl::add_table_sources(const TableRecord& read, std::set<std::string>& ids) {
    if (!read.source.empty()) {
        ids.insert(read.source);
        return;
    }
    const bool in_rows = std::any_of(read.columns.begin(), read.columns.end(),
                                     [](const Column& column) { return column.name == "source"; });
    if (!in_rows || read.file.empty()) return;
    const auto given = prepared(memory.db(), "SELECT DISTINCT source FROM " + sql_name(read.name));
    while (given && sqlite3_step(given.get()) == SQLITE_ROW) {
        for (auto& id : split_list(text_at(given.get(), 0))) ids.insert(std::move(id));
    }
}

void Database::Impl::trace(const QueryText& query, const Frame& frame, const std::vector<std::string>& seen, Rows& rows,
                           diag::Diagnostics& found) {
    std::set<std::string> ids(frame.sources.begin(), frame.sources.end());
    std::set<std::string> facts(frame.facts.begin(), frame.facts.end());
    const auto source_column = rows.column("source");
    for (std::size_t i = 0; i < model.facts.size(); ++i) {
        if (i >= frame.fact_rows.size() || !frame.fact_rows[i]) continue;
        facts.insert(model.facts[i].id);
        if (!source_column) ids.insert(model.facts[i].source);
    }
    if (source_column) {
        std::set<std::string> cells;
        for (const auto& row : rows.rows) cells.insert(as_text(row[*source_column]));
        for (const auto& cell : cells) {
            for (auto& id : split_list(cell)) ids.insert(std::move(id));
        }
    } else {
        for (const auto& name : seen) {
            const auto* read = table(name);
            const bool in_plan = std::find(rows.tables.begin(), rows.tables.end(), name) != rows.tables.end();
            if (read && (in_plan || !read->query.empty())) add_table_sources(*read, ids);
        }
    }
    std::vector<std::string> known;
    for (const auto& source : model.sources) {
        known.push_back(source.id);
        if (ids.erase(source.id) > 0) rows.sources.push_back(source.id);
    }
    for (const auto& unknown : ids) {
        found.push_back(diag::error(diag::Code::unknown_source, place_of(*query.sql, "source"),
                                    "the query returns “" + unknown + "” as a source, which is none",
                                    meant(unknown, known)));
    }
    // In the model's order; what is no fact (a lookup may say so) is left out.
    for (const auto& fact : model.facts) {
        if (facts.contains(fact.id)) rows.facts.push_back(fact.id);
    }
}

}  // namespace precis::data
