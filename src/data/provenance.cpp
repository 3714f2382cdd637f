// What a query has read, from its plan, its facts and its own `source` column; and what its columns mean.
#include <algorithm>

#include "base/numbers.h"
#include "data/database_impl.h"
#include "data/period.h"
#include "data/select_list.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

/// Columns whose words go with a value rather than being one.
bool is_annotation(std::string_view name) {
    return name == "source" || name == "status" || name == "qualifier" || name == "unit";
}

/// A number, numbers that series() has packed, or a text that is nothing but a number and no year.
bool is_number(const Cell& cell) {
    if (as_number(cell) || !as_series(cell).empty()) return true;
    const auto* text = std::get_if<std::string>(&cell);
    return text != nullptr && base::parse_number(*text) && !parse_period_begin(*text);
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

bool Database::Impl::computes_numbers(const std::string& text, sqlite3_stmt* statement, bool reads_facts,
                                      const Rows& rows) {
    const auto count = rows.columns.size();
    std::vector<bool> numbers(count);
    for (std::size_t i = 0; i < count; ++i) {
        numbers[i] =
            !is_annotation(rows.columns[i].name) &&
            std::any_of(rows.rows.begin(), rows.rows.end(), [&](const auto& row) { return is_number(row[i]); });
    }
    if (std::find(numbers.begin(), numbers.end(), true) == numbers.end()) return false;

    // A view of the facts is expressions throughout: their plain table tells what is read.
    if (reads_facts && !plain) {
        plain = std::make_unique<Memory>();
        register_functions(plain->db(), calls);
        create_schema(plain->db(), model, Facts::plain);
    }
    auto* const db = reads_facts ? plain->db() : memory.db();
    const auto computed = [&](sqlite3_stmt* compiled, const std::vector<std::string>& written) {
        for (std::size_t i = 0; i < count && i < static_cast<std::size_t>(sqlite3_column_count(compiled)); ++i) {
            if (!numbers[i] || sqlite3_column_origin_name(compiled, static_cast<int>(i))) continue;
            // Beside what is read, a number of the query's own is a mark or an order; alone it is all there is.
            if (written.size() == count && !rows.sources.empty() && is_number_literal(written[i])) continue;
            return true;
        }
        return false;
    };
    const auto parts = select_parts(text);
    if (parts.size() > 1) {  // of a compound, SQLite names the first SELECT's columns alone
        return std::any_of(parts.begin(), parts.end(), [&](const SelectPart& part) {
            const auto alone = prepared(db, part.sql);
            return alone && computed(alone.get(), part.columns);
        });
    }
    const auto over_plain = reads_facts ? prepared(db, text) : Statement();
    return computed(over_plain ? over_plain.get() : statement,
                    parts.empty() ? std::vector<std::string>() : parts.front().columns);
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
        found.push_back(diag::error(diag::code::unknown_source, place_of(*query.sql, "source"),
                                    "the query returns “" + unknown + "” as a source, which is none",
                                    meant(unknown, known)));
    }
    // In the model's order; what is no fact (a lookup may say so) is left out.
    for (const auto& fact : model.facts) {
        if (facts.contains(fact.id)) rows.facts.push_back(fact.id);
    }
}

}  // namespace precis::data
